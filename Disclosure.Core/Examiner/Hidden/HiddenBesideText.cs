using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>Files, programs and pictures that travel with a file.</summary>
internal static class HiddenBesideText
{
    private const string NoPrograms = "公开的文件不应带有程序，别人打开时会有安全提示，程序里也可能留有数据和地址（B3）。";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<HiddenRule> Rules { get; } =
    [
        new(
            ObservationKind.EmbeddedFile,
            new(
                "H-12",
                "嵌入文件",
                "B3-5",
                Severity.B,
                "查找嵌在文件里的文件和对象。",
                "嵌入的文件会整个随文件公开，双击就能打开，常比看到的部分多（B3、统计法§28）；其内容已另行检查。",
                "请改为图片或文字，另存为新文件后重新上传。"
            ),
            "嵌入的文件 {0} 个"
        ),
        new(
            ObservationKind.WrongExtension,
            new(
                "H-14",
                "内容与扩展名不符",
                "B3-5",
                Severity.C,
                "查找内容与扩展名不符的文件。",
                "这样的文件别人可能打不开，也可能不是要公开的那一份（B3）。",
                "请用正确的格式另存后重新上传。"
            ),
            "内容与扩展名不符 {0} 处"
        ),
        new(
            ObservationKind.Macro,
            new("H-20", "宏", "B3-5", Severity.C, "查找宏。", NoPrograms, "请另存为不带宏的 docx 或 xlsx 后重新上传。"),
            "宏 {0} 份"
        )
        {
            IsOfWholeFile = true,
        },
        new(
            ObservationKind.Dde,
            new(
                "H-21",
                "DDE",
                "B3-5",
                Severity.B,
                "查找会启动其他程序的域、公式和链接。",
                "打开时可能启动其他程序，带有内部程序和文件的名称（B3）。",
                "请把这些域或公式改为固定的文字或数值后重新上传。"
            ),
            "调用其他程序的域或公式 {0} 个"
        )
        {
            Names = true,
        },
        new(
            ObservationKind.Script,
            new(
                "H-22",
                "PDF 脚本和动作",
                "B3-5",
                Severity.C,
                "查找 PDF 中的脚本、启动动作和发送数据的动作。",
                NoPrograms,
                "请重新导出为不带脚本的 PDF。"
            ),
            "脚本或动作 {0} 个",
            Confidence.Medium
        )
        {
            IsOfWholeFile = true,
        },
        new(
            ObservationKind.PictureLocation,
            new(
                "H-23",
                "照片的拍摄地点",
                "B3-5",
                Severity.B,
                "查找照片中的拍摄地点。",
                "由经纬度可以识别调查对象的住处或单位的位置（统计法§28、实施条例§29）。",
                "请清除照片的属性后重新插入。"
            ),
            "带有拍摄地点的照片 {0} 张"
        )
        {
            IsOfWholeFile = true,
            Names = true,
        },
        new(
            ObservationKind.PictureOrigin,
            new(
                "H-24",
                "照片的设备和作者",
                "B3-5",
                Severity.C,
                "查找照片中的设备、作者和时间。",
                "照片的属性会随文件公开，可能带有个人信息（条例§15）。",
                "请清除照片的属性后重新插入。"
            ),
            "带有设备、作者或时间的照片 {0} 张",
            Confidence.Low
        )
        {
            IsOfWholeFile = true,
            Names = true,
        },
    ];
}
