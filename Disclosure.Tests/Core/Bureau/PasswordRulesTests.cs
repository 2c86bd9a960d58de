using Disclosure.Core.Bureau;

namespace Disclosure.Tests.Core.Bureau;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("kurz-77", typeof(PasswordTooShort))]
    [InlineData("Password123", typeof(PasswordTooCommon))]
    [InlineData("changdu-demo", typeof(PasswordTooCommon))]
    [InlineData("aaaaaaaaab", typeof(PasswordTooPlain))]
    [InlineData("23456789", typeof(PasswordTooPlain))]
    [InlineData("xkaruo.bianji-1", typeof(PasswordTooPlain))]
    public void AWeakPassword_IsRefusedWithItsOwnSentence(string password, Type problem) =>
        Assert.IsType(problem, PasswordRules.Refusal(password, "karuo.bianji"));

    [Fact]
    public void LengthIsMeasured_From8To128()
    {
        Assert.Null(PasswordRules.Refusal("澜沧江边的早晨7", "karuo.bianji"));
        Assert.Null(PasswordRules.Refusal(string.Concat(Enumerable.Repeat("abcdexyz", 16)), "karuo.bianji"));
        Assert.IsType<PasswordTooLong>(PasswordRules.Refusal(new string('a', 129), "karuo.bianji"));
    }

    [Fact]
    public void AnInventedPassword_PassesTheRules() => Assert.Null(PasswordRules.Refusal(Passwords.Invent(), "karuo.bianji"));
}
