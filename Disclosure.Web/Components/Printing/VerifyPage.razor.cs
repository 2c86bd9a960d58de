using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Printing;

/// <summary>验真: whether what stands on paper is what the program holds; reached by the QR code or by typing number and digits.</summary>
public sealed partial class VerifyPage
{
    private PaperAnswer? answer;
    private Problem? problem;
    private string number = "";
    private string digits = "";

    /// <summary>The item, from the code.</summary>
    [Parameter]
    public int ItemId { get; set; }

    /// <summary>Number of the printing, from the code.</summary>
    [Parameter]
    public int Print { get; set; }

    /// <summary>Fingerprint, from the code.</summary>
    [Parameter]
    public string? Code { get; set; }

    [Inject]
    private PaperCheck Check { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Code is not null)
        {
            var outcome = await Check.OfCodeAsync(
                new PaperCode(ItemId, Print, Code.ToLowerInvariant()),
                await Current.GetAsync(),
                Clock.GetUtcNow().UtcDateTime
            );
            (answer, problem) = (outcome.Ok ? outcome.Value : null, outcome.Problem);
        }
    }

    private static string Headline(PaperAnswer a) =>
        a.Verdict switch
        {
            PaperVerdict.Stands => "一致：纸面与系统中的稿件是同一版本",
            PaperVerdict.Void => "已作废：打印以后稿件有过改动或者退回",
            _ => "不一致：纸面的校验码不属于这份稿件的任何一次打印",
        };

    private static string Reason(PaperAnswer a) =>
        a.Verdict switch
        {
            PaperVerdict.Stands when a.Later.Count > 0 => $"此后还打印过第{string.Join("、", a.Later)}次，内容相同。",
            PaperVerdict.Stands => "这份表单有效。签字是否真实，请与留存的扫描件核对。",
            PaperVerdict.Void => "这份表单不再作数，请收回注销，使用最新打印的表单。",
            _ => "请先核对有没有输错；没有输错的，这份纸面不能作为审批依据，请报告领导小组办公室。",
        };

    private async Task CheckAsync()
    {
        var outcome = await Check.OfTypedAsync(number, digits, await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        (answer, problem) = (outcome.Ok ? outcome.Value : null, outcome.Problem);
    }
}
