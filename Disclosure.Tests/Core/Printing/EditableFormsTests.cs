using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using DocumentFormat.OpenXml.Packaging;

namespace Disclosure.Tests.Core.Printing;

public sealed class EditableFormsTests
{
    [Fact]
    public async Task TheItemsForm_SaysWhatThePreviewSays_AndThatItIsOne()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.PrintAsync(id);

        var form = Given.Must(await given.Get<EditableForms>().FormAsync(id, PrintChoice.FormOnly, given.By("gongye.editor"), given.Now));
        var preview = Given.Must(
            await given.Get<PrintService>().PreviewAsync(id, PrintChoice.FormOnly, given.By("gongye.editor"), given.Now)
        );

        Assert.Equal(Path.ChangeExtension(preview.Name, "docx"), form.Name);
        var text = Text(form);
        Assert.StartsWith("仅供预览", text, StringComparison.Ordinal);
        Assert.DoesNotContain("次打印", text, StringComparison.Ordinal);
        Assert.Contains($"编号：{(await given.SubmissionAsync(id)).Number}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTickedForPrinting_GoesWithIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var form = Given.Must(
            await given.Get<EditableForms>().FormAsync(id, new() { WithFlow = true }, given.By("gongye.editor"), given.Now)
        );
        Assert.Contains("流转记录", Text(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThoseWhoMayNotReadTheItem_GetNoDocument()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.IsType<NotFound>(
            (await given.Get<EditableForms>().FormAsync(id, PrintChoice.FormOnly, given.By("karuo.editor"), given.Now)).Problem
        );
        Assert.IsType<NotFound>(
            (await given.Get<EditableForms>().ConsentAsync(id, OtherReason.Privacy, given.By("karuo.editor"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task ALetter_GoesOutWithoutAWarning()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await given.HoldAsync(id, "office.1", HoldKind.Referral, "", Given.AllNo, finding: OfficeFinding.Refer));
        var hold = await given.OpenHoldAsync(id);
        Assert.IsType<QuestionNotEntered>((await given.Get<EditableForms>().LetterAsync(hold.Id, given.By("office.1"), given.Now)).Problem);
        Given.Must(
            await given.EnterAsync(
                id,
                "office.1",
                _ =>
                    new()
                    {
                        Question = ReferralQuestion.Secrecy,
                        DraftedLevel = SecrecyLevel.Secret,
                        Body = "西藏自治区保密行政管理部门",
                    }
            )
        );

        var letter = Given.Must(await given.Get<EditableForms>().LetterAsync(hold.Id, given.By("office.1"), given.Now));
        Assert.StartsWith("报请确定函_", letter.Name, StringComparison.Ordinal);
        Assert.StartsWith("关于报请确定政府信息公开事项的函", Text(letter), StringComparison.Ordinal);
        Assert.Contains("西藏自治区保密行政管理部门：", Text(letter), StringComparison.Ordinal);

        var consent = Given.Must(await given.Get<EditableForms>().ConsentAsync(id, OtherReason.Privacy, given.By("office.1"), given.Now));
        Assert.StartsWith("关于征求政府信息公开意见的函", Text(consent), StringComparison.Ordinal);
    }

    private static string Text(EditableForm form)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(form.Docx), isEditable: false);
        return DocxPrinting.Text(document);
    }
}
