using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Web.Components.Printing;

/// <summary>打印设置: the fonts in force, seen by everybody who prints and chosen by the system administrator.</summary>
public partial class PrintSettingsPage(PrintSettingsService settings, FormPrinter printer)
{
    private readonly Dictionary<FontRole, string> chosen = FontWords.Roles.ToDictionary(r => r, _ => "");
    private FontReport? report;
    private string folder = "";
    private string fallback = "";
    private KeptFormScope? kept;

    private FormPrinter Printer => printer;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await BeginAsync();
        // Every font of the machine is opened for it.
        report = await Task.Run(printer.Fonts);
    }

    private async Task BeginAsync()
    {
        var choice = await settings.ReadAsync();
        (folder, fallback) = (choice.Folder, choice.Fallback);
        foreach (var role in FontWords.Roles)
        {
            chosen[role] = choice.For(role);
        }
    }

    private async Task SaveAsync(ActEventArgs act)
    {
        if (Busy || !await kept!.AgreesAsync(act))
        {
            return;
        }
        var chose = await ChooseAsync(
            new(folder, chosen[FontRole.Title], chosen[FontRole.Label], chosen[FontRole.Value], chosen[FontRole.Kai], fallback),
            "已保存，下一份表单即按此打印。"
        );
        if (chose)
        {
            await kept.ForgetAsync();
        }
    }

    private async Task SearchAgainAsync() => await ChooseAsync(await settings.ReadAsync(), "已重新查找字体。");

    private async Task<bool> ChooseAsync(FontChoice choice, string done) =>
        await RunAsync((by, now) => settings.ChooseAsync(choice, by, now), done);
}
