using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>What hides in files, by rank: what each rule says of itself, and the kind of observation it answers.</summary>
public static class HiddenRules
{
    private const string AsValues = "请把要公开的内容复制为数值，另存为新文件后重新上传。";
    private const string Clean = "请用“检查文档”清除后重新上传。";
    private const string Law = "随文件一起公开的隐藏内容与公开正文一样，可能泄露调查对象的资料（统计法§28）。";

    /// <summary>Rules by the kind of observation.</summary>
    public static readonly IReadOnlyDictionary<ObservationKind, RuleFacts> ByKind = new Dictionary<ObservationKind, RuleFacts>
    {
        [ObservationKind.HiddenSheet] = new("H-01", "隐藏工作表", "D2", Severity.B, "查找隐藏的工作表。", "隐藏的工作表点两下就能看到，里面常是底稿（统计法§28）。", "请删除不公开的工作表。"),
        [ObservationKind.VeryHiddenSheet] = new("H-02", "深度隐藏工作表", "D2", Severity.B, "查找菜单中也看不到的工作表。", "这种工作表只有用程序才能看到，作者自己也容易忘记（统计法§28）。", AsValues),
        [ObservationKind.PivotCache] = new("H-03", "数据透视缓存", "D2", Severity.A, "查找数据透视表保存的源数据。", "透视表里只看到汇总，文件里却存着逐户的源数据（统计法§28）。", AsValues),
        [ObservationKind.ExternalLinkCache] = new("H-04", "外部链接缓存", "D2", Severity.B, "查找从其他工作簿带来的数据。", "链接到别的工作簿时，它的数据会存进本文件（统计法§28）。", AsValues),
        [ObservationKind.ChartCache] = new("H-05", "图表数据", "D2", Severity.C, "查找图表中保存的数据。", "图表保存着作图的全部数据，可能比图上看到的更细（统计法§28）。", "请把图表粘贴为图片。"),
        [ObservationKind.TrackedChanges] = new("H-06", "修订痕迹", "B3-5", Severity.B, "查找修订中删除和插入的文字。", "删除的文字仍在文件里，任何人都能恢复（条例§17）。", "请接受全部修订后重新上传。"),
        [ObservationKind.Comments] = new("H-07", "批注", "B3-5", Severity.B, "查找批注。", "批注是内部讨论，不应随文件公开（条例§16）。", "请删除批注后重新上传。"),
        [ObservationKind.Annotations] = new("H-08", "PDF 批注", "B3-5", Severity.B, "查找 PDF 的批注和表单内容。", "批注是内部讨论，不应随文件公开（条例§16）。", "请用没有批注的文件重新输出。"),
        [ObservationKind.HiddenRows] = new("H-09", "隐藏行", "D2", Severity.B, "查找隐藏或行高为零的行。", Law, "请删除隐藏的行。"),
        [ObservationKind.HiddenColumns] = new("H-10", "隐藏列", "D2", Severity.B, "查找隐藏或列宽为零的列。", Law, "请删除隐藏的列。"),
        [ObservationKind.Filter] = new("H-11", "筛选隐藏的行", "D2", Severity.B, "查找被筛选隐藏的行。", Law, "请把筛选结果复制到新文件。"),
        [ObservationKind.EmbeddedFile] = new("H-12", "嵌入文件", "B3-5", Severity.B, "查找嵌在文件里的文件。", "嵌入的文件会整个随文件公开（条例§17）。", "请改为图片或文字，另存后重新上传。"),
        [ObservationKind.InvisibleText] = new("H-13", "看不见的文字", "B3-5", Severity.B, "查找隐藏、白色、极小或页面之外的文字。", "看不见的文字复制出来就能看到（统计法§28）。", "请删除这些文字。"),
        [ObservationKind.WrongExtension] = new("H-14", "内容与扩展名不符", "B3-5", Severity.C, "查找内容与扩展名不符的文件。", "这样的文件可能打不开，也可能不是要公开的那一份（D3）。", "请用正确的格式另存后重新上传。"),
        [ObservationKind.ExternalFormula] = new("H-15", "引用其他工作簿的公式", "B3-5", Severity.C, "查找引用其他工作簿的公式。", "公式里带着其他文件的路径和名称（条例§17）。", AsValues),
        [ObservationKind.Connection] = new("H-16", "数据连接", "B3-5", Severity.B, "查找与数据库的连接。", "连接里带着服务器地址，甚至账号密码（网络安全要求）。", AsValues),
        [ObservationKind.DefinedName] = new("H-17", "隐藏名称", "B3-5", Severity.C, "查找隐藏的或引用外部的名称。", "名称里可能留着文字和路径（条例§17）。", AsValues),
        [ObservationKind.Author] = new("H-18", "作者信息", "B3-5", Severity.C, "查找属性中的作者、最后修改者。", "属性里的姓名会随文件公开（条例§15）。", Clean),
        [ObservationKind.Origin] = new("H-19", "单位和路径", "B3-5", Severity.C, "查找属性和链接中的单位、服务器、本机路径。", "路径会暴露内部系统和人员（条例§17）。", Clean),
        [ObservationKind.Macro] = new("H-20", "宏", "B3-5", Severity.C, "查找宏。", "公开文件不应带程序，宏里也可能留着数据（条例§17）。", "请另存为不带宏的格式。"),
        [ObservationKind.Dde] = new("H-21", "DDE", "B3-5", Severity.B, "查找会启动其他程序的域和公式。", "公开文件不应带能启动程序的内容（条例§17）。", AsValues),
        [ObservationKind.Script] = new("H-22", "脚本", "B3-5", Severity.C, "查找 PDF 中的脚本和启动动作。", "公开文件不应带脚本（条例§17）。", "请重新输出为不带脚本的 PDF。"),
        [ObservationKind.PictureLocation] = new("H-23", "照片的拍摄地点", "B3-5", Severity.B, "查找照片中的拍摄地点。", "地点可以识别到调查对象（实施条例§29）。", "请清除照片信息后重新插入。"),
        [ObservationKind.PictureOrigin] = new("H-24", "照片信息", "B3-5", Severity.C, "查找照片中的设备、作者和时间。", "照片信息会随文件公开（条例§15）。", "请清除照片信息后重新插入。"),
        [ObservationKind.EarlierStates] = new("H-25", "PDF 的较早状态", "B3-5", Severity.B, "查找 PDF 中改动以前的内容。", "改动以前的内容仍在文件里，可以恢复（条例§17）。", "请重新输出 PDF，不要在原文件上改。"),
        [ObservationKind.OrphanStrings] = new("H-26", "无人引用的文字", "B3-5", Severity.C, "查找没有单元格显示、仍存在文件里的文字。", "删掉的内容可能仍在文件里（统计法§28）。", AsValues),
        [ObservationKind.Encoding] = new("H-27", "文字编码", "D3", Severity.C, "查找不是 UTF-8 的文本文件。", "别人打开可能是乱码，与存档不一致（D3）。", "请另存为 UTF-8 编码。"),
        [ObservationKind.UnreliableText] = new("H-28", "文本层不可靠", "B3-5", Severity.C, "查找文字无法正确取出的页。", "取不出文字的页没有真正检查到（B3）。", "请人工逐页查看，或由原文件重新输出 PDF。"),
    };

    /// <summary>All, by code.</summary>
    public static readonly IReadOnlyList<RuleFacts> All = [.. ByKind.Values.OrderBy(r => r.Code, StringComparer.Ordinal)];
}
