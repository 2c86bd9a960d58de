using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>What a returned item says about its return.</summary>
public static class Returns
{
    /// <summary>The return an item waits at its editor for, or null; a later retraction by the own side is no return.</summary>
    public static SignatureView? Open(ItemView item) =>
        item.State == ItemState.Returned && item.Signatures is [.., { Kind: MoveKind.Return } last] ? last : null;

    /// <summary>Which way the item takes once it is mended, as a sentence.</summary>
    public static string After(ItemView item)
    {
        var next = Judge.After(item.Route, "edit", item.ResumeAt, item.DirectorRequired);
        return item.ResumeAt switch
        {
            null => "修改后三审重新进行，自查各项须重新回答。",
            var at when at == next.Code => $"只需修改格式，送审后直接送回“{next.Name}”。",
            var at => $"只需修改格式，送审后经“{next.Name}”，再直接送回“{item.Route.Step(at).Name}”。",
        };
    }
}
