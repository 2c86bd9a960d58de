using Disclosure.Core.Submissions;

namespace Disclosure.Core.Review;

/// <summary>A ground of A9 with the article of the law that carries it.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Place">Its place in A9.</param>
/// <param name="Law">Article of 政府信息公开条例.</param>
/// <param name="Basis">The basis in words, as offered on the page.</param>
/// <param name="Exceptions">What may lift it, in one sentence.</param>
public sealed record GroundOfLaw(WithholdingGround Ground, string Place, string Law, string Basis, string Exceptions);

/// <summary>The five grounds of A9 mapped to articles 14 to 16 of the 条例.</summary>
public static class WithholdingGrounds
{
    /// <summary>All five, in the order of A9.</summary>
    public static readonly IReadOnlyList<GroundOfLaw> All =
    [
        new(
            WithholdingGround.PersonalPrivacy,
            "A9（一）",
            "条例§15",
            "《政府信息公开条例》第十五条（个人隐私）",
            "本人同意，或者不公开会对公共利益造成重大影响的，可以按例外公开。"
        ),
        new(
            WithholdingGround.TradeSecret,
            "A9（二）",
            "条例§15",
            "《政府信息公开条例》第十五条（商业秘密）",
            "权利人同意，或者不公开会对公共利益造成重大影响的，可以按例外公开。"
        ),
        new(
            WithholdingGround.StateSecret,
            "A9（三）",
            "条例§14",
            "《政府信息公开条例》第十四条（国家秘密）",
            "没有例外；国家秘密不得在本系统处理，须涉密中止。"
        ),
        new(
            WithholdingGround.UnderDeliberation,
            "A9（四）",
            "条例§16",
            "《政府信息公开条例》第十六条（过程性信息）",
            "征求公众意见的可以公开；作出决定后重新评估。"
        ),
        new(
            WithholdingGround.ForbiddenByLaw,
            "A9（五）",
            "条例§14",
            "《政府信息公开条例》第十四条（法律、行政法规禁止公开）",
            "没有例外，例如统计法§28 对单个统计调查对象资料的保护。"
        ),
    ];

    /// <summary>The entry of a ground.</summary>
    public static GroundOfLaw Find(WithholdingGround ground) => All.First(g => g.Ground == ground);
}
