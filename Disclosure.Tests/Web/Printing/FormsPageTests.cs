using Bunit;
using Disclosure.Core.Printing;
using Disclosure.Web.Components.Printing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Printing;

public sealed class FormsPageTests : BunitContext
{
    [Fact]
    public void EveryForm_IsListedWithItsBlank_AndTheFirstIsShown()
    {
        var page = Render<FormsPage>();
        Assert.Equal(FormLibrary.All.Select(f => f.Name), page.FindAll(".forms-list li > a").Select(a => a.TextContent));
        Assert.Equal(
            FormLibrary.All.SelectMany(f => new[] { "pdf", "docx" }.Select(kind => $"/forms/{Uri.EscapeDataString(f.Name)}/blank.{kind}")),
            page.FindAll(".forms-files a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(FormLibrary.All[0].Blank.Pages[0].Title, page.Find(".form-title").TextContent);
    }

    [Fact]
    public void TheFormAskedFor_IsShownBlank()
    {
        var form = FormLibrary.All[^1];
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/forms?form={Uri.EscapeDataString(form.Name)}");
        var page = Render<FormsPage>();
        Assert.Equal(form.Name, page.Find("[aria-current=page]").TextContent);
        Assert.Equal(form.Blank.Pages[0].Title, page.Find(".form-title").TextContent);
        Assert.Empty(page.FindAll(".ticked"));
    }
}
