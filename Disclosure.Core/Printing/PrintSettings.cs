using Disclosure.Core.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Printing;

/// <summary>What a system administrator has chosen about printing. One row.</summary>
public sealed class PrintSettings
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Folder of the bureau's own fonts; empty for none.</summary>
    public string FontFolder { get; set; } = "";

    /// <summary>Font asked first for 小标宋; empty for none, as in the following.</summary>
    public string TitleFont { get; set; } = "";

    /// <summary>黑体.</summary>
    public string LabelFont { get; set; } = "";

    /// <summary>仿宋.</summary>
    public string ValueFont { get; set; } = "";

    /// <summary>楷体.</summary>
    public string KaiFont { get; set; } = "";

    /// <summary>For what the role's own fonts lack.</summary>
    public string FallbackFont { get; set; } = "";

    /// <summary>The row as the printer takes it.</summary>
    public FontChoice Fonts
    {
        get => new(FontFolder, TitleFont, LabelFont, ValueFont, KaiFont, FallbackFont);
        set => (FontFolder, TitleFont, LabelFont, ValueFont, KaiFont, FallbackFont) = value;
    }
}

internal sealed class PrintSettingsMapping : IEntityTypeConfiguration<PrintSettings>
{
    public void Configure(EntityTypeBuilder<PrintSettings> builder)
    {
        builder.ToTable("PrintSettings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Fonts);
    }
}
