namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// One pass over a text for numbers of persons, organisations and accounts. The longest and strongest reading of a stretch wins: identity,
/// credit code, card, telephone. What is well formed by chance (a telephone among eleven digits, a card among sixteen) needs a word nearby,
/// a text cell, or a column full of the same.
/// </summary>
internal sealed class NumberScan(ExaminerSettings settings)
{
    private static readonly string[] IdWords = ["身份证", "证件号", "公民身份", "身份号"];
    private static readonly string[] PhoneWords = ["电话", "手机", "联系", "号码", "致电", "微信", "Tel", "Mobile", "Phone"];
    private static readonly string[] CardWords = ["卡号", "账号", "帐号", "银行", "账户", "开户", "汇款"];
    private static readonly string[] CodeWords = ["信用代码", "社会信用", "代码", "税号", "注册号"];
    private static readonly string[] OrganisationWords = ["组织机构代码", "机构代码", "法人代码"];
    private static readonly string[] PassportWords = ["护照"];
    private readonly HashSet<string> allowed = [.. settings.AllowedPhones.Select(Digits)];

    /// <summary>Looks at one text.</summary>
    /// <param name="votes">Asked for numeric cells that need the vote of their column; null outside tables.</param>
    public void Look(Spot spot, List<Finding> into, ColumnVotes? votes)
    {
        var text = spot.Text.Text;
        for (var at = 0; at < text.Length;)
        {
            var digit = text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (digit < 0)
            {
                return;
            }
            var start = at + digit;
            while (start > at && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                start--;
            }
            var end = TokenEnd(text, start);
            at = Math.Max(end, Token(spot, text, start, end, into, votes));
        }
    }

    /// <summary>Digits of a number written with separators.</summary>
    private static string Digits(string number) => new([.. number.Where(char.IsAsciiDigit)]);

    private static int TokenEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }
        return end;
    }

    /// <summary>Looks at one run of letters and digits, and those joined to it; answers where to go on.</summary>
    private int Token(Spot spot, string text, int start, int end, List<Finding> into, ColumnVotes? votes)
    {
        // A fraction, or a part of one.
        if ((start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2])) || (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]) && end - start > 8))
        {
            return end;
        }
        var token = text.AsSpan(start, end - start);
        switch (token.Length)
        {
            case 18:
                Eighteen(spot, start, token, into);
                return end;
            case 15 when NumberChecks.IsOldId(token) && spot.Near(start, 15, IdWords):
                into.Add(spot.Found(WordRules.ResidentId, start, 15, Confidence.Medium, "出现 15 位身份证号。", true));
                return end;
            case 11 when NumberChecks.IsMobile(token):
                Mobile(spot, start, 11, token, into, votes);
                return end;
            case 16 or 17 or 19 when NumberChecks.IsBankCard(token):
                Card(spot, start, token, into, votes);
                return end;
            case 9 when token[0] is 'E' or 'G' or 'P' or 'S' or 'D' && !token[1..].ContainsAnyExceptInRange('0', '9') && spot.Near(start, 9, PassportWords):
                into.Add(spot.Found(WordRules.Passport, start, 9, Confidence.High, "出现护照号码。", true));
                return end;
            case 9 when NumberChecks.IsOrganisation(token) && spot.Near(start, 9, OrganisationWords):
                into.Add(spot.Found(WordRules.OrganisationCode, start, 9, Confidence.High, "出现组织机构代码。", true));
                return end;
        }
        return Joined(spot, text, start, end, into, votes);
    }

    private static void Eighteen(Spot spot, int start, ReadOnlySpan<char> token, List<Finding> into)
    {
        if (NumberChecks.IsResidentId(token))
        {
            var sure = NumberChecks.IsProvince(token);
            var near = spot.Near(start, 18, IdWords);
            // One in some 25,000 numbers of 18 digits is well formed by chance; with the code of a province, one in 70,000.
            if (!spot.IsNumber || sure || near)
            {
                into.Add(spot.Found(WordRules.ResidentId, start, 18, sure || near ? Confidence.High : Confidence.Medium, "出现居民身份证号，日期和校验码都成立。", true));
                return;
            }
        }
        if (spot.Near(start, 18, IdWords) && NumberChecks.IsRoundedId(token))
        {
            into.Add(spot.Found(WordRules.ResidentId, start, 18, Confidence.Medium, "身份证一栏有 18 位数字，末尾被表格程序改成了 000，前 15 位仍能识别到人。", true));
            return;
        }
        var checks = NumberChecks.CreditChecks(token);
        var letters = token.ContainsAnyInRange('A', 'Z');
        if (checks == 2 && (letters || !spot.IsNumber || spot.Near(start, 18, CodeWords)))
        {
            into.Add(spot.Found(WordRules.CreditCode, start, 18, Confidence.High, "出现统一社会信用代码，校验码成立。", true));
        }
        else if (checks == 1 && spot.Near(start, 18, CodeWords))
        {
            into.Add(spot.Found(WordRules.CreditCode, start, 18, Confidence.Low, "像是统一社会信用代码，但有一位校验不成立。", true));
        }
        else if (NumberChecks.IsBankCard(token) && spot.Near(start, 18, CardWords))
        {
            into.Add(spot.Found(WordRules.BankCard, start, 18, Confidence.High, "出现银行卡号。", true));
        }
    }

    private void Mobile(Spot spot, int start, int length, ReadOnlySpan<char> digits, List<Finding> into, ColumnVotes? votes)
    {
        if (allowed.Contains(digits.ToString()))
        {
            return;
        }
        var finding = spot.Found(WordRules.Mobile, start, length, Confidence.High, "出现手机号码。", true);
        if (spot.Near(start, length, PhoneWords))
        {
            into.Add(finding);
        }
        else if (spot.IsNumber)
        {
            votes?.Candidate(spot.Column, finding with { Confidence = Confidence.Medium });
        }
        else if (!IsQuantity(spot.Text.Text, start + length))
        {
            into.Add(finding with { Confidence = Confidence.Medium });
        }
    }

    private static void Card(Spot spot, int start, ReadOnlySpan<char> token, List<Finding> into, ColumnVotes? votes)
    {
        var finding = spot.Found(WordRules.BankCard, start, token.Length, Confidence.High, "出现银行卡号，校验位成立。", true);
        if (spot.Near(start, token.Length, CardWords))
        {
            into.Add(finding);
        }
        else if (spot.IsCell && token.StartsWith("62"))
        {
            votes?.Candidate(spot.Column, finding with { Confidence = Confidence.Medium });
        }
    }

    // 12345678901 部, 元, 吨: an amount, not a number of somebody.
    private static bool IsQuantity(string text, int end) => end < text.Length && text[end] is '元' or '万' or '亿' or '吨' or '台' or '部' or '公' or '人' or '户' or '亩' or '头' or '只' or '件' or '%' or '立' or '平' or '千';

    /// <summary>Groups with one separator between: 6+8+4 an identity, 3+4+4 a mobile, area and number a landline, 8+1 an organisation.</summary>
    private int Joined(Spot spot, string text, int start, int end, List<Finding> into, ColumnVotes? votes)
    {
        Span<(int Start, int End)> groups = stackalloc (int, int)[5];
        groups[0] = (start, end);
        var count = 1;
        while (count < groups.Length && groups[count - 1].End + 1 < text.Length && text[groups[count - 1].End] is ' ' or '-' or '.' or '—' or '–' && char.IsAsciiLetterOrDigit(text[groups[count - 1].End + 1]))
        {
            var from = groups[count - 1].End + 1;
            groups[count++] = (from, TokenEnd(text, from));
        }
        for (var take = count; take > 1; take--)
        {
            var whole = new System.Text.StringBuilder();
            foreach (var (from, to) in groups[..take])
            {
                whole.Append(text, from, to - from);
            }
            var (length, digits) = (groups[take - 1].End - start, whole.ToString());
            if (take is 2 or 3 or 4 && NumberChecks.IsResidentId(digits) && NumberChecks.IsProvince(digits))
            {
                into.Add(spot.Found(WordRules.ResidentId, start, length, Confidence.High, "出现分段书写的居民身份证号。", true));
                return groups[take - 1].End;
            }
            if (take == 3 && end - start == 3 && NumberChecks.IsMobile(digits))
            {
                Mobile(spot, start, length, digits, into, votes);
                return groups[take - 1].End;
            }
            if (take is 4 or 5 && NumberChecks.IsBankCard(digits) && spot.Near(start, length, CardWords))
            {
                into.Add(spot.Found(WordRules.BankCard, start, length, Confidence.High, "出现分段书写的银行卡号。", true));
                return groups[take - 1].End;
            }
            if (take == 2 && IsLandline(text.AsSpan(start, end - start), digits.Length - (end - start)) && text[end] is '-' or '—' or '–' && !digits.AsSpan().ContainsAnyExceptInRange('0', '9') && !allowed.Contains(digits))
            {
                into.Add(spot.Found(WordRules.Landline, start, length, spot.Near(start, length, PhoneWords) ? Confidence.High : Confidence.Medium, "出现固定电话号码。", true));
                return groups[take - 1].End;
            }
            if (take == 2 && digits.Length == 9 && end - start == 8 && NumberChecks.IsOrganisation(digits) && spot.Near(start, length, OrganisationWords))
            {
                into.Add(spot.Found(WordRules.OrganisationCode, start, length, Confidence.High, "出现组织机构代码。", true));
                return groups[take - 1].End;
            }
        }
        return end;
    }

    private static bool IsLandline(ReadOnlySpan<char> area, int number) => area.Length is 3 or 4 && area[0] == '0' && area[1] != '0' && number is 7 or 8;
}
