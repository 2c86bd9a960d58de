using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>What a returned item says about its return.</summary>
public static class Returns
{
    /// <summary>The return an item waits at its editor for, or null; a later retraction by the own side is no return.</summary>
    public static SignatureView? Open(CaseRecord item) =>
        item.State == ItemState.Returned && item.Signatures is [.., { Kind: MoveKind.Return } last] ? last : null;

    /// <summary>
    /// What stands beside a signature that was given in an earlier round; empty for every other. While the editor has the item, nothing is
    /// carried over yet.
    /// </summary>
    /// <param name="signature">The signature.</param>
    /// <param name="file">The item it stands on.</param>
    public static string Carried(Signature signature, CaseFile file) =>
        signature is not { Standing: true, CarriedOver: true } ? ""
        : file.Step.Drafts ? $"第{signature.Round}轮签署，送审时内容不变才沿用"
        : file.StillSays(signature) ? $"沿用第{signature.Round}轮"
        // Earlier versions of the program carried over without comparing.
        : $"第{signature.Round}轮签署，所审内容已改";

    /// <summary>Which way the item takes once it is mended, as a sentence.</summary>
    public static string After(CaseRecord item)
    {
        if (item.Review.ResumeAt is not { } at)
        {
            return "修改后三审重新进行，自查各项须重新回答。";
        }
        var next = Judge.StraightBack(item.Review, item.DirectorRequired);
        var way = at == next.Code ? $"送审后直接送回“{next.Name}”" : $"送审后经“{next.Name}”，再直接送回“{item.Route.Step(at).Name}”";
        return $"只需修改格式，{way}；只能改{Reviewed.FreeWords}，改动其他内容、文件或自查回答的，三审重新进行。";
    }
}
