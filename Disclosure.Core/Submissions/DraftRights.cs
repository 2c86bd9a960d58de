using Disclosure.Core.Bureau;

namespace Disclosure.Core.Submissions;

/// <summary>Who may change a draft.</summary>
internal static class DraftRights
{
    /// <summary>True while the content may be changed and these grants may change it: an editor of the submitting unit.</summary>
    internal static bool MayEdit(this Grants by, ItemState state, int unitId) =>
        Submission.IsEditable(state) && by.Find(Duty.Editor, unitId) is not null;
}
