using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Bureau;

internal sealed class BureauMapping
    : IEntityTypeConfiguration<Unit>,
        IEntityTypeConfiguration<Subject>,
        IEntityTypeConfiguration<Staff>,
        IEntityTypeConfiguration<DutyAssignment>,
        IEntityTypeConfiguration<Delegation>,
        IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasIndex(u => u.Name).IsUnique();
        builder.HasOne<Staff>().WithMany().HasForeignKey(u => u.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.ToTable("Subjects");
        builder.HasIndex(s => s.Name).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Staff> builder)
    {
        builder.ToTable("Staff");
        builder.Property(s => s.SignInName).UseCollation("NOCASE");
        builder.HasIndex(s => s.SignInName).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DutyAssignment> builder)
    {
        builder.ToTable("DutyAssignments");
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.PrincipalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(d => d.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("PasswordResets");
        builder.Ignore(r => r.ExpiresAt);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.ReleasedById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The tables of this module.</summary>
public static class BureauTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Units of the bureau and the counties.</summary>
        public DbSet<Unit> Units => db.Set<Unit>();

        /// <summary>Subjects and their matching sections.</summary>
        public DbSet<Subject> Subjects => db.Set<Subject>();

        /// <summary>People with an account.</summary>
        public DbSet<Staff> Staff => db.Set<Staff>();

        /// <summary>Duties given.</summary>
        public DbSet<DutyAssignment> DutyAssignments => db.Set<DutyAssignment>();

        /// <summary>Authorisations to sign for another.</summary>
        public DbSet<Delegation> Delegations => db.Set<Delegation>();

        /// <summary>Resets of passwords, asked for and released.</summary>
        public DbSet<PasswordReset> PasswordResets => db.Set<PasswordReset>();

        /// <summary>What people last chose on their screens.</summary>
        public DbSet<Preference> Preferences => db.Set<Preference>();

        /// <summary>What people have typed into forms and not sent yet.</summary>
        public DbSet<FormDraft> FormDrafts => db.Set<FormDraft>();

        /// <summary>Sentences of their own that people begin opinions with.</summary>
        public DbSet<OwnOpinion> OwnOpinions => db.Set<OwnOpinion>();
    }
}
