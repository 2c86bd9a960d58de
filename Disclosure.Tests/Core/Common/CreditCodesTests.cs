using Disclosure.Core.Common;

namespace Disclosure.Tests.Core.Common;

public sealed class CreditCodesTests
{
    [Theory]
    // The example of GB 32100-2015, and two whose check character is a letter and a zero, computed by hand.
    [InlineData("91350100M000100Y43", true)]
    [InlineData("000000000000000000", true)]
    [InlineData("10000000000000000Y", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100M000100Y34", false)]
    [InlineData("19350100M000100Y43", false)]
    [InlineData("91350100m000100y43", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("91350100M000100Y433", false)]
    [InlineData("91350100I000100Y43", false)]
    [InlineData("９1350100M000100Y43", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Code_IsValidWithItsCheckCharacterOnly(string? code, bool valid) => Assert.Equal(valid, CreditCodes.IsValid(code));
}
