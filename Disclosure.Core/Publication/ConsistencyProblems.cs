using Disclosure.Core.Common;

namespace Disclosure.Core.Publication;

/// <summary>Nothing was pasted.</summary>
public sealed record NoTextPasted() : Problem("请先粘贴渠道上显示的文字。");

/// <summary>More was pasted than is compared.</summary>
public sealed record TooMuchPasted(int Most) : Problem($"粘贴的文字超过 {Most / 10_000} 万字，请改为上传文件核对。");

/// <summary>The channel is not one on which the item stands.</summary>
public sealed record NotPublishedThere() : Problem("请选择已登记发布的渠道。");

/// <summary>No file was chosen, or one of another revision.</summary>
public sealed record NoSuchApprovedFile() : Problem("请选择要对照的文件。");

/// <summary>The approved file cannot be read, so that pasted text has nothing to be held against.</summary>
public sealed record ApprovedTextUnreadable(string Name, string Why)
    : Problem(
        $"已批准的“{Name}”不能按文字核对：{Why.Replace("未能读取：", "", StringComparison.Ordinal)}请改为上传渠道上的文件，"
            + $"系统核对文件是否相同。"
    );

/// <summary>A text too long to be compared whole.</summary>
public sealed record TextTooLongToCheck() : Problem("文字超过 500 万字，不能逐字核对；请上传渠道上的文件，系统核对文件是否相同。");
