using Disclosure.Core.Common;

namespace Disclosure.Tests.Core.Common;

/// <summary>Which names could not be told apart on paper.</summary>
public sealed class PersonNameTests
{
    [Theory]
    [InlineData("工业科 负责人", "工业科负责人")]
    [InlineData("工业科  负责人", "工业科 负责人")]
    [InlineData("工业科　　负责人", "工业科负责人")]
    [InlineData("编辑·员", "编辑员")]
    [InlineData("ＡＢ科长", "ab科长")]
    [InlineData("编辑\u200b员", "编辑员")]
    [InlineData("编辑\uFE00员", "编辑员")]
    [InlineData("葛\U000E0100编辑", "葛\U000E0101编辑")]
    public void WrittenOtherwise_IsTheSame(string one, string other) => Assert.True(PersonName.Same(one, other));

    [Theory]
    [InlineData("编辑𠮷", "编辑")]
    [InlineData("编辑𠮷", "编辑𠀋")]
    [InlineData("ཀི", "ཀུ")]
    [InlineData("编辑员甲", "编辑员乙")]
    [InlineData("·", "·")]
    [InlineData("", "")]
    public void AnotherName_IsNot(string one, string other) => Assert.False(PersonName.Same(one, other));
}
