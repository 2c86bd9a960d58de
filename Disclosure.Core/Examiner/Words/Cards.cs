namespace Disclosure.Core.Examiner.Words;

/// <summary>P-08: bank cards. One random number in ten passes the check, so something else must speak for it.</summary>
internal static class Cards
{
    /// <summary>Sixteen to nineteen digits in a row.</summary>
    public static bool Look(ExaminedText text, TextSpan at, Notes notes)
    {
        var card = text.Text.AsSpan(at.Start, at.Length);
        if (!Checks.IsCard(card) || Addresses.InLink(text.Text, at.Start))
        {
            return false;
        }
        if (text.IsSaid(Holds.Card, at))
        {
            notes.Add(WordRules.BankCard, text, at, Confidence.High, "校验正确的银行卡号，旁边或栏目中有账户字样");
            return true;
        }
        if (text.IsCachedNumber || text.IsOther(at))
        {
            return false;
        }
        if (text.Cell is { } cell && text.IsBareNumber)
        {
            cell.Column.Wait(Vote.Card, text, at);
            return true;
        }
        if (!card.StartsWith("62") || card.Length is not (16 or 19))
        {
            return false;
        }
        notes.Add(WordRules.BankCard, text, at, Confidence.Medium, "以 62 开头且校验正确的银行卡号");
        return true;
    }

    /// <summary>Groups of four.</summary>
    public static bool Grouped(ExaminedText text, TextSpan at, string card, Notes notes)
    {
        if (
            !Checks.IsCard(card)
            || !(text.IsSaid(Holds.Card, at) || (at.Length == text.Text.Length && card.StartsWith("62", StringComparison.Ordinal)))
        )
        {
            return false;
        }
        notes.Add(WordRules.BankCard, text, at, Confidence.High, "分组书写且校验正确的银行卡号");
        return true;
    }
}
