using Disclosure.Core.Bureau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Printing;

/// <summary>What goes with a form, and which boxes are left for the pen.</summary>
public sealed record PrintChoice
{
    /// <summary>The form alone, signed boxes filled.</summary>
    public static readonly PrintChoice FormOnly = new();

    /// <summary>附流转记录.</summary>
    public bool WithFlow { get; init; }

    /// <summary>附附件清单.</summary>
    public bool WithFiles { get; init; }

    /// <summary>Codes of the steps whose boxes keep the opinion and leave name and day for the pen (手签).</summary>
    public IReadOnlyList<string> PenSteps { get; init; } = [];

    /// <summary>In words, for the record.</summary>
    public string Words() =>
        string.Join('、', new[] { WithFlow ? "附流转记录" : "", WithFiles ? "附附件清单" : "" }.Where(w => w.Length > 0))
            is { Length: > 0 } words
            ? words
            : "只印表";
}

/// <summary>What a person chose when they printed last.</summary>
public sealed class RememberedChoice
{
    /// <summary>The person.</summary>
    public required int StaffId { get; init; }

    /// <summary>附流转记录.</summary>
    public bool WithFlow { get; private set; }

    /// <summary>附附件清单.</summary>
    public bool WithFiles { get; private set; }

    /// <summary>Steps left for the pen, with commas between.</summary>
    public string PenSteps { get; private set; } = "";

    /// <summary>As a choice.</summary>
    public PrintChoice AsChoice() =>
        new()
        {
            WithFlow = WithFlow,
            WithFiles = WithFiles,
            PenSteps = PenSteps.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };

    /// <summary>Remembers.</summary>
    public void Remember(PrintChoice choice) =>
        (WithFlow, WithFiles, PenSteps) = (choice.WithFlow, choice.WithFiles, string.Join(',', choice.PenSteps));
}

internal sealed class RememberedChoiceMapping : IEntityTypeConfiguration<RememberedChoice>
{
    public void Configure(EntityTypeBuilder<RememberedChoice> builder)
    {
        builder.ToTable("PrintChoices");
        builder.HasKey(c => c.StaffId);
        builder.Property(c => c.StaffId).ValueGeneratedNever();
        builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
