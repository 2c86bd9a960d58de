using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>What a password must be: length before variety, nothing that is guessed first.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Least = 8;

    /// <summary>Most characters; longer ones would only make hashing a way to keep the server busy.</summary>
    public const int Most = 128;

    private const string Runs = "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm";

    // Frequent in published lists of leaked Chinese and English passwords, of eight characters and more.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password",
        "password1",
        "password123",
        "passw0rd",
        "p@ssw0rd",
        "p@ssword",
        "admin123",
        "admin888",
        "admin1234",
        "administrator",
        "abc12345",
        "abcd1234",
        "a1234567",
        "a12345678",
        "a123456789",
        "aa123456",
        "aa12345678",
        "qwer1234",
        "asdf1234",
        "1q2w3e4r",
        "1q2w3e4r5t",
        "1qaz2wsx",
        "qwe123456",
        "q1w2e3r4",
        "zxcvbnm123",
        "qazwsxedc",
        "iloveyou",
        "woaini1314",
        "woaini520",
        "5201314520",
        "88888888a",
        "changeme",
        "letmein123",
        "welcome1",
        "welcome123",
        "test1234",
        "tongji123",
        "tongjiju",
        "changdu123",
        "12345678a",
        "123456789a",
        "1234567890a",
        "11223344",
        "147258369",
        "123123123",
        "123321123",
        "12341234",
        "19491001",
        "00000000a",
        "changdu-demo",
    };

    /// <summary>The first rule a new password breaks, or null.</summary>
    public static Problem? Refusal(string password, string signInName) =>
        password switch
        {
            { Length: < Least } => new PasswordTooShort(),
            { Length: > Most } => new PasswordTooLong(),
            _ when Common.Contains(password) => new PasswordTooCommon(),
            _ when password.Distinct().Count() < 3 || Runs.Contains(password, StringComparison.OrdinalIgnoreCase) => new PasswordTooPlain(),
            _ when signInName.Length >= 3 && password.Contains(signInName, StringComparison.OrdinalIgnoreCase) => new PasswordTooPlain(),
            _ => null,
        };
}
