using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Printing;

/// <summary>
/// How each signed box of a form is to be filled: by the system with its time, by handwriting, by the pen on an earlier print, or left for
/// the pen.
/// </summary>
public sealed class BoxWays(
    IReadOnlyCollection<string> penSteps,
    IReadOnlyDictionary<string, int> onPaper,
    IReadOnlyDictionary<int, HandwritingPicture> handwriting
)
{
    /// <summary>Every box by the system.</summary>
    public static readonly BoxWays InSystem = new([], new Dictionary<string, int>(), new Dictionary<int, HandwritingPicture>());

    /// <summary>The box of a signature; empty without one.</summary>
    /// <param name="signed">The last signature of the step that counts, or null.</param>
    public SignatureBox Box(SignatureView? signed)
    {
        if (signed is null)
        {
            return SignatureBox.Empty;
        }
        var box = new SignatureBox
        {
            Opinion =
                signed.Text.Length > 0 ? signed.Text
                : signed.Kind == MoveKind.Approve ? "同意。"
                : "",
            Carried = signed.Carried.Length > 0 ? $"{signed.Carried}，校验码 {Fingerprint.Short(signed.Fingerprint)}" : "",
        };
        if (penSteps.Contains(signed.Step))
        {
            return box;
        }
        box = box with { Name = signed.Name, Day = BureauTime.Day(signed.At), ActingFor = signed.ActingFor };
        return onPaper.TryGetValue(signed.Step, out var print)
            ? box with
            {
                SignedOnPrint = print,
            }
            : box with
            {
                SignedInSystem = signed.At,
                // Acting for somebody, the set name says for whom; handwriting stands for its own person only.
                Handwriting = signed.ActingFor.Length == 0 ? handwriting.GetValueOrDefault(signed.Id) : null,
            };
    }
}
