using Disclosure.Core.Common;

namespace Disclosure.Core.Search;

/// <summary>Nothing but marks and spaces.</summary>
public sealed record NothingToSearch() : Problem("请输入至少一个汉字、字母或数字。");

/// <summary>More than anybody remembers of a title.</summary>
public sealed record SearchTooLong() : Problem($"搜索内容不能超过 {SearchWords.MostCharacters} 个字，请只输入其中的几个字。");

/// <summary>More words than are held against one another.</summary>
public sealed record TooManyWords() : Problem($"一次最多搜索 {SearchWords.MostWords} 个词，请减少空格隔开的词。");
