namespace Disclosure.Core.Common;

/// <summary>A refusal that rests on the file itself; the content is dropped.</summary>
/// <param name="Text">The sentence as shown on screen.</param>
public abstract record FileRefusal(string Text) : Problem(Text);

/// <summary>No bytes.</summary>
public sealed record FileIsEmpty() : FileRefusal("文件是空的，请检查后重新上传。");

/// <summary>Past the size limit.</summary>
/// <param name="Most">Largest accepted size in bytes.</param>
public sealed record FileTooLarge(long Most) : FileRefusal($"文件超过 {Most >> 20} MB，请压缩图片或拆分后上传。");
