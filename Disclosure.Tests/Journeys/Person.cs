using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>Somebody of the demonstration bureau at a browser of their own; does what a person does, by what a person sees.</summary>
public sealed partial class Person(IPage page)
{
    private const string Password = "changdu-demo";

    /// <summary>The browser's page.</summary>
    public IPage Page => page;

    /// <summary>Signs in and stands at the browser.</summary>
    public static async Task<Person> SignInAsync(Browser browser, string address, string name, int width = 1366, int height = 768)
    {
        var page = await browser.OpenPageAsync(address, width, height);
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("form button.act");
        await page.GetByRole(AriaRole.Heading, new() { Name = "工作台" }).First.WaitForAsync();
        return new Person(page);
    }

    /// <summary>Fills in a new item with one file and leaves it ready to send; answers its address.</summary>
    public async Task<string> WriteAsync(string title, byte[] docx, string? subject = null)
    {
        await page.GotoAsync("/submit");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建稿件" }).ClickAsync();
        // The page changes without loading anew, so its first field says that it is there.
        await page.Locator("#field-Title").WaitForAsync();
        return await FillAsync(title, docx, subject);
    }

    /// <summary>Fills in an item that was begun and leaves it ready to send; answers its address.</summary>
    /// <param name="kind">Kind as the form calls it.</param>
    public async Task<string> FillAsync(string title, byte[] docx, string? subject = null, string kind = "统计信息")
    {
        await page.FillAsync("#field-Title", title);
        await page.FillAsync("#field-Summary", "反映主要指标的变化情况。");
        if (subject is not null)
        {
            await page.SelectOptionAsync("#field-SubjectId", new SelectOptionValue { Label = subject });
        }
        await page.SelectOptionAsync("#field-Kind", new SelectOptionValue { Label = kind });
        await page.SelectOptionAsync("#field-A8Category", new SelectOptionValue { Index = 10 });
        await page.CheckAsync("input[name=Origin][value=Made]");
        await page.FillAsync("#field-FormedOn", Today());
        await page.CheckAsync("#at-Channels input[value=Website]");
        await page.CheckAsync("#at-Channels input[value=Intranet]");
        await page.FillAsync("#field-WebsiteColumn", "统计信息");
        await page.CheckAsync("input[name=DataStatus][value=Final]");
        await page.SetInputFilesAsync(
            "#field-Files",
            new FilePayload
            {
                Name = $"{title}.docx",
                MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Buffer = docx,
            }
        );
        await Assertions.Expect(page.Locator(".files li")).ToContainTextAsync($"{title}.docx");
        // What was found stands above the questions and moves them down when it comes; answering first would click where they were.
        await page.Locator(".evidence-before", new() { HasText = "已检查" }).WaitForAsync();
        await AnswerAsync("input[value=N]");
        await ConfirmAuthorshipAsync();
        return page.Url.Replace("/edit", "", StringComparison.Ordinal);
    }

    /// <summary>Answers the self-review anew after a return.</summary>
    public Task MendAsync() => AnswerAsync("input[value=N]");

    /// <summary>Confirms as an author the text as it stands on the form, where that was not done since it last changed.</summary>
    public async Task ConfirmAuthorshipAsync()
    {
        var confirm = page.Locator("#at-Bylines").GetByRole(AriaRole.Button, new() { Name = "确认文责" });
        if (await confirm.CountAsync() > 0)
        {
            await confirm.First.ClickAsync();
            await confirm.First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
    }

    /// <summary>Sends what stands on the form.</summary>
    public async Task SendAsync()
    {
        await ConfirmAuthorshipAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
        await page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await page.Locator(".item-page").WaitForAsync();
    }

    /// <summary>Opens an item.</summary>
    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await page.Locator(".item-page").WaitForAsync();
    }

    /// <summary>Answers the checklist with 否, ticks what the step asks, and signs.</summary>
    public async Task ApproveAsync(string address, params string[] choices)
    {
        await OpenAsync(address);
        await AnswerAsync("input[data-answer=n]");
        foreach (var choice in choices)
        {
            await page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
        }
        if (await page.Locator("#sign-password").CountAsync() > 0)
        {
            await page.FillAsync("#sign-password", Password);
        }
        await page.Locator("[data-sign]").ClickAsync();
        await SeesDoneAsync("已同意");
    }

    /// <summary>Returns the item with a reason.</summary>
    /// <param name="formatOnly">True where only the format is to be mended.</param>
    public async Task ReturnAsync(string address, string reason, bool formatOnly = false)
    {
        await OpenAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "退回…" }).ClickAsync();
        if (formatOnly)
        {
            await page.GetByLabel("仅改格式").CheckAsync();
        }
        await page.Locator("[data-reason] textarea").FillAsync(reason);
        await page.Locator("[data-reason] .actions button").First.ClickAsync();
        await SeesDoneAsync("已退回");
    }

    /// <summary>Takes back what was signed last.</summary>
    public async Task RetractAsync(string address)
    {
        await OpenAsync(address);
        await page.Locator("details.more summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取回…" }).ClickAsync();
        await page.Locator("[data-reason] .actions button").First.ClickAsync();
        await SeesDoneAsync("已取回");
    }

    /// <summary>Takes in a county's item that came through the system.</summary>
    public async Task ReceiveAsync(string address)
    {
        await OpenAsync(address);
        await page.GetByLabel("系统", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("收件日期").FillAsync(Today());
        await page.GetByLabel("页数").FillAsync("4");
        await page.Locator("[data-sign]").ClickAsync();
        await SeesDoneAsync("已签收");
    }

    /// <summary>The row of an item at the platform's browser.</summary>
    public ILocator PublishingRow(string title) =>
        page.Locator(".desk-row", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }) });

    /// <summary>Ticks the three of an item at the platform's browser.</summary>
    public async Task TakeInAsync(string title)
    {
        await page.GotoAsync("/platform");
        var row = PublishingRow(title);
        var form = row.Locator(".form-in select");
        var print = row.GetByRole(AriaRole.Button, new() { Name = "打印表单" });
        await form.Or(print).WaitForAsync();
        if (await print.IsVisibleAsync())
        {
            await print.ClickAsync();
            await form.WaitForAsync();
        }
        else
        {
            // The newest stands first.
            await form.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
        await row.GetByLabel("份数").FillAsync("1");
        await row.GetByLabel("页数").FillAsync("4");
        foreach (var tick in (string[])["纸质", "电子", "表单"])
        {
            var one = row.Locator("li", new() { HasText = tick });
            await one.GetByRole(AriaRole.Button, new() { Name = "登记收到" }).ClickAsync();
            await row.Locator("li.received", new() { HasText = tick }).WaitForAsync();
        }
    }

    /// <summary>Ticks the three, fills in the addresses and publishes.</summary>
    public async Task PublishAsync(string title)
    {
        await TakeInAsync(title);
        await FinishPublishingAsync(title, "发布…", "确认发布");
    }

    /// <summary>Opens the panel of an item whose three have come in, fills in what is asked and confirms.</summary>
    public async Task FinishPublishingAsync(string title, string opens, string confirms)
    {
        var row = PublishingRow(title);
        await row.GetByRole(AriaRole.Button, new() { Name = opens, Exact = true }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = confirms }).WaitForAsync();
        var places = row.Locator("[data-draft^=place-]:not([readonly])");
        for (var i = 0; i < await places.CountAsync(); i++)
        {
            await places.Nth(i).FillAsync($"https://tjj.example.gov.cn/{i}.html");
        }
        await row.GetByText("一致").Last.ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = confirms }).ClickAsync();
        await page.Locator(".published").First.WaitForAsync();
    }

    /// <summary>Registers a printing and fetches the form as PDF.</summary>
    public async Task<byte[]> PrintAsync(string address)
    {
        await OpenAsync(address);
        await page.GetByRole(AriaRole.Tab, new() { Name = "打印" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "打印正式表单" }).ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "打开正式表单" });
        var answer = await page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    private async Task SeesDoneAsync(string words) => await page.Locator(".notice.good", new() { HasText = words }).WaitForAsync();

    public async Task AnswerAsync(string answer)
    {
        var criteria = page.Locator($"[data-criterion] {answer}");
        for (var i = 0; i < await criteria.CountAsync(); i++)
        {
            await criteria.Nth(i).CheckAsync();
        }
    }

    private static string Today() =>
        Disclosure.Core.Common.BureauTime.Day(DateTime.UtcNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
