using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Tests.Core.Files.Formats;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>Spare people for races on one step.</summary>
    public const int Racers = 8;

    private static readonly DateTime First = new(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Appointed = new(2025, 1, 1);

    private static readonly (string Code, string Name, string Short, UnitKind Kind)[] Units =
    [
        ("juling", "局领导", "局领导", UnitKind.Leadership),
        ("bangongshi", "办公室", "办公室", UnitKind.Section),
        ("zonghe", "综合科", "综合科", UnitKind.Section),
        ("gongye", "工业能源科", "工业能源科", UnitKind.Section),
        ("nongmu", "农牧业科", "农牧业科", UnitKind.Section),
        ("540302", "卡若区统计局", "卡若", UnitKind.County),
        ("540321", "江达县统计局", "江达", UnitKind.County),
    ];

    /// <summary>Sign-in name, unit, duties (none for somebody without any).</summary>
    private static readonly (string SignIn, string Unit, Duty[] Duties)[] Posts =
    [
        ("gongye.editor", "gongye", [Duty.Editor]),
        ("gongye.editor2", "gongye", [Duty.Editor]),
        ("gongye.head", "gongye", [Duty.SectionHead]),
        // Small offices: one person, two duties.
        ("gongye.editor-head", "gongye", [Duty.Editor, Duty.SectionHead]),
        ("gongye.head-office", "gongye", [Duty.SectionHead, Duty.DisclosureOffice]),
        ("gongye.editor-platform", "gongye", [Duty.Editor, Duty.PlatformHead]),
        ("nongmu.editor", "nongmu", [Duty.Editor]),
        ("nongmu.head", "nongmu", [Duty.SectionHead]),
        ("karuo.editor", "540302", [Duty.Editor]),
        ("karuo.editor2", "540302", [Duty.Editor]),
        ("karuo.chief", "540302", [Duty.CountyChief]),
        ("karuo.editor-chief", "540302", [Duty.Editor, Duty.CountyChief]),
        ("jiangda.editor", "540321", [Duty.Editor]),
        ("jiangda.chief", "540321", [Duty.CountyChief]),
        .. Enumerable.Range(1, Racers).Select(i => ($"office.{i}", "zonghe", new[] { Duty.DisclosureOffice })),
        .. Enumerable.Range(1, Racers).Select(i => ($"platform.{i}", "bangongshi", new[] { Duty.PlatformHead })),
        ("deputy", "juling", [Duty.DeputyDirector]),
        ("deputy.other", "juling", [Duty.DeputyDirector]),
        ("director", "juling", [Duty.Director]),
        ("delegate", "juling", []),
        ("delegate.expired", "juling", []),
        ("delegate.revoked", "juling", []),
        ("closed", "zonghe", [Duty.DisclosureOffice]),
        ("fresh", "zonghe", [Duty.DisclosureOffice]),
        ("former", "zonghe", []),
        ("coming", "zonghe", []),
        ("nobody", "zonghe", []),
        ("admin.system", "zonghe", [Duty.SystemAdmin]),
        ("admin.security", "zonghe", [Duty.SecurityAdmin]),
        ("admin.audit", "zonghe", [Duty.AuditAdmin]),
    ];

    /// <summary>Everybody's sign-in name.</summary>
    public static IEnumerable<string> Everybody => Posts.Select(p => p.SignIn);

    private static async Task FillAsync(DisclosureDb db, IPasswordHasher<Staff> hasher)
    {
        var units = Units
            .Select(
                (u, i) =>
                    new Unit
                    {
                        Code = u.Code,
                        Name = u.Name,
                        ShortName = u.Short,
                        Kind = u.Kind,
                        Order = i,
                    }
            )
            .ToDictionary(u => u.Code);
        db.AddRange(units.Values);
        await db.SaveChangesAsync();
        var people = Posts
            .Select(p => new Staff
            {
                SignInName = p.SignIn,
                Name = $"{units[p.Unit].ShortName}·{p.SignIn}",
                UnitId = units[p.Unit].Id,
                Phone = "0895-4821000",
                MustChangePassword = p.SignIn == "fresh",
                Active = p.SignIn != "closed",
            })
            .ToDictionary(s => s.SignInName);
        foreach (var person in people.Values)
        {
            person.PasswordHash = hasher.HashPassword(person, Password);
        }
        db.AddRange(people.Values);
        await db.SaveChangesAsync();
        foreach (var (signIn, unit, duties) in Posts)
        {
            db.AddRange(
                duties.Select(d => new DutyAssignment
                {
                    StaffId = people[signIn].Id,
                    Duty = d,
                    UnitId = d.ReachOf() == Duties.Reach.Unit ? units[unit].Id : null,
                    From = Appointed,
                })
            );
        }
        await db.Database.OpenConnectionAsync();
        var scan = Must(await BlobStore.KeepAsync(db, SampleFiles.Png, "png", First));
        var day = DateOnly.FromDateTime(First);
        db.Add(
            new DutyAssignment
            {
                StaffId = people["former"].Id,
                Duty = Duty.DisclosureOffice,
                From = Appointed,
                Until = day.AddDays(-1),
            }
        );
        db.Add(
            new DutyAssignment
            {
                StaffId = people["coming"].Id,
                Duty = Duty.DisclosureOffice,
                From = day.AddMonths(1),
            }
        );
        Delegation To(string signIn, DateOnly until, DateOnly? revoked)
        {
            var given = new Delegation
            {
                PrincipalId = people["deputy"].Id,
                DeputyId = people[signIn].Id,
                Duty = Duty.DeputyDirector,
                From = day.AddDays(-10),
                Until = until,
                RevokedOn = revoked,
                ScanSha256 = scan.Sha256,
            };
            given.Confirm(DelegationConfirmation.Principal, people["deputy"].Name, First);
            return given;
        }

        db.AddRange(
            To("delegate", day.AddYears(1), null),
            To("delegate.expired", day.AddDays(-1), null),
            To("delegate.revoked", day.AddYears(1), day)
        );
        foreach (var code in (string[])["bangongshi", "zonghe", "gongye"])
        {
            units[code].DeputyId = people["deputy"].Id;
        }
        units["nongmu"].DeputyId = people["deputy.other"].Id;
        db.AddRange(
            new Subject
            {
                Name = "工业",
                SectionId = units["gongye"].Id,
                Order = 1,
            },
            new Subject
            {
                Name = "农牧业",
                SectionId = units["nongmu"].Id,
                Order = 2,
            }
        );
        await db.SaveChangesAsync();
    }
}
