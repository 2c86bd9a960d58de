using Disclosure.Core.Examiner.Hidden;
using Disclosure.Core.Examiner.Tables;
using Disclosure.Core.Examiner.Words;

namespace Disclosure.Core.Examiner;

/// <summary>All rules of the examiner.</summary>
public static class RuleBook
{
    /// <summary>All, family by family, by code.</summary>
    public static readonly IReadOnlyList<RuleFacts> All = [.. WordRules.All, .. TableRules.All, .. HiddenRules.All];

    /// <summary>The rule with that code; null for one that an older version knew.</summary>
    public static RuleFacts? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
