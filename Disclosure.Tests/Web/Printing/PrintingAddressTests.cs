using System.Net;
using Disclosure.Core.Printing;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Web.Printing;

/// <summary>The addresses of blank forms and print settings as a browser asks for them.</summary>
[Slow]
public sealed class PrintingAddressTests(SharedProgram program)
{
    [Theory]
    [InlineData("karuo.bianji", "/forms", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/forms/报请确定函/blank.pdf", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/forms/没有的表/blank.pdf", HttpStatusCode.NotFound)]
    [InlineData("karuo.bianji", "/forms/报请确定函/blank.docx", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/forms/没有的表/blank.docx", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/forms/报请确定函/blank.docx", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/1/form.docx", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/1/consent-letter.docx", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/holds/1/letter.docx", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/forms", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/forms/报请确定函/blank.pdf", HttpStatusCode.NotFound)]
    [InlineData("karuo.bianji", "/print-settings", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/print-settings/test.pdf", HttpStatusCode.OK)]
    [InlineData("xitong", "/print-settings", HttpStatusCode.OK)]
    [InlineData("xitong", "/print-settings/test.pdf", HttpStatusCode.OK)]
    [InlineData("anquan", "/print-settings", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/print-settings/test.pdf", HttpStatusCode.NotFound)]
    public async Task Address_Answers(string who, string address, HttpStatusCode expected)
    {
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task EveryBlankForm_ComesAsAPdfWithItsName()
    {
        using var client = await program.SignInAsync("karuo.bianji");
        foreach (var form in FormLibrary.All)
        {
            using var answer = await client.GetAsync($"/forms/{Uri.EscapeDataString(form.Name)}/blank.pdf");
            Assert.Equal($"{form.Name}（空白）.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.Contains(form.Blank.Pages[0].Title, Poppler(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BlankForm_ComesAsADocumentToSave()
    {
        using var client = await program.SignInAsync("karuo.bianji");
        using var answer = await client.GetAsync($"/forms/{Uri.EscapeDataString(FormLibrary.All[0].Name)}/blank.docx");
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            answer.Content.Headers.ContentType?.MediaType
        );
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"{FormLibrary.All[0].Name}（空白）.docx", answer.Content.Headers.ContentDisposition?.FileNameStar);
        using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        Assert.Contains(Solid(FormLibrary.All[0].Blank.Pages[0].Title), DocxPrinting.Text(document), StringComparison.Ordinal);
    }
}
