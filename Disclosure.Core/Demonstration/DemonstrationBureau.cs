using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <summary>
/// The bureau of the demonstration: leaders, sections, the eleven counties, one account a post. Nobody bears a real name.
/// </summary>
internal static class DemonstrationBureau
{
    private static readonly (string Code, string Name, UnitKind Kind, int Deputy)[] Sections =
    [
        ("bangongshi", "办公室", UnitKind.Section, 1),
        ("zonghe", "综合科", UnitKind.Section, 1),
        ("hesuan", "核算科", UnitKind.Section, 1),
        ("nongmu", "农牧业科", UnitKind.Section, 2),
        ("gongye", "工业能源科", UnitKind.Section, 1),
        ("touzi", "投资科", UnitKind.Section, 1),
        ("maoyi", "贸易服务业科", UnitKind.Section, 2),
        ("renkou", "人口社会科技科", UnitKind.Section, 2),
        ("zhifa", "执法监督科", UnitKind.Section, 2),
        ("pucha", "普查中心", UnitKind.Center, 1),
        ("shuju", "数据管理中心", UnitKind.Center, 2),
    ];

    private static readonly (string Code, string SignIn, string Name, string Short)[] Counties =
    [
        ("540302", "karuo", "卡若区", "卡若"),
        ("540321", "jiangda", "江达县", "江达"),
        ("540322", "gongjue", "贡觉县", "贡觉"),
        ("540323", "leiwuqi", "类乌齐县", "类乌齐"),
        ("540324", "dingqing", "丁青县", "丁青"),
        ("540325", "chaya", "察雅县", "察雅"),
        ("540326", "basu", "八宿县", "八宿"),
        ("540327", "zuogong", "左贡县", "左贡"),
        ("540328", "mangkang", "芒康县", "芒康"),
        ("540329", "luolong", "洛隆县", "洛隆"),
        ("540330", "bianba", "边坝县", "边坝"),
    ];

    private static readonly (string Name, string Section)[] Subjects =
    [
        ("综合", "zonghe"),
        ("国民经济核算", "hesuan"),
        ("农牧业", "nongmu"),
        ("工业", "gongye"),
        ("能源", "gongye"),
        ("固定资产投资", "touzi"),
        ("贸易", "maoyi"),
        ("服务业", "maoyi"),
        ("人口就业", "renkou"),
        ("社会科技", "renkou"),
        ("统计执法", "zhifa"),
        ("普查", "pucha"),
    ];

    /// <summary>Fills an empty store inside the caller's transaction.</summary>
    public static async Task FillAsync(DisclosureDb db, IPasswordHasher<Staff> hasher, DateOnly from)
    {
        // A code that nobody bears, with its right check character.
        db.Add(new BureauProfile { Demonstration = true, CreditCode = "12540300MB0123456M" });
        var leaders = new Unit
        {
            Code = "juling",
            Name = "局领导",
            ShortName = "局领导",
            Kind = UnitKind.Leadership,
            Order = 1,
        };
        var sections = Sections
            .Select(
                (s, i) =>
                    new Unit
                    {
                        Code = s.Code,
                        Name = s.Name,
                        ShortName = s.Name,
                        Kind = s.Kind,
                        Order = 10 + i,
                    }
            )
            .ToList();
        var counties = Counties
            .Select(
                (c, i) =>
                    new Unit
                    {
                        Code = c.Code,
                        Name = $"{c.Name}统计局",
                        ShortName = c.Short,
                        Kind = UnitKind.County,
                        Order = 40 + i,
                    }
            )
            .ToList();
        db.AddRange([leaders, .. sections, .. counties]);
        await db.SaveChangesAsync();
        // One hash for all: a demonstration has one password, and hashing it fifty times would take ten seconds.
        var hash = hasher.HashPassword(
            new Staff
            {
                SignInName = "",
                Name = "",
                UnitId = 0,
            },
            DemonstrationAccounts.Password
        );
        await PeopleAsync(db, leaders, sections, counties, hash, from);
        var deputies = await db.Staff.Where(s => s.SignInName.StartsWith("fenguan")).OrderBy(s => s.SignInName).ToListAsync();
        for (var i = 0; i < sections.Count; i++)
        {
            sections[i].DeputyId = deputies[Sections[i].Deputy - 1].Id;
        }
        db.AddRange(
            Subjects.Select(
                (s, i) =>
                    new Subject
                    {
                        Name = s.Name,
                        SectionId = sections.Single(u => u.Code == s.Section).Id,
                        Order = i,
                    }
            )
        );
        await db.SaveChangesAsync();
    }

    private static async Task PeopleAsync(
        DisclosureDb db,
        Unit leaders,
        List<Unit> sections,
        List<Unit> counties,
        string hash,
        DateOnly from
    )
    {
        var posts = new List<(string SignIn, string Name, Unit Unit, Duty Duty)>();
        foreach (var (county, sign) in counties.Zip(Counties))
        {
            posts.Add(($"{sign.SignIn}.bianji", $"{sign.Name}编辑员", county, Duty.Editor));
            posts.Add(($"{sign.SignIn}.juzhang", $"{sign.Name}局长", county, Duty.CountyChief));
        }
        foreach (var section in sections)
        {
            posts.Add(($"{section.Code}.bianji", $"{section.Name}编辑员", section, Duty.Editor));
            posts.Add(($"{section.Code}.fuze", $"{section.Name}负责人", section, Duty.SectionHead));
        }
        var (office, general) = (sections[0], sections[1]);
        posts.Add(("gongkaiban.1", "公开办审核员甲", general, Duty.DisclosureOffice));
        posts.Add(("gongkaiban.2", "公开办审核员乙", general, Duty.DisclosureOffice));
        posts.Add(("fenguan.1", "分管领导甲", leaders, Duty.DeputyDirector));
        posts.Add(("fenguan.2", "分管领导乙", leaders, Duty.DeputyDirector));
        posts.Add(("zhuyao", "主要领导", leaders, Duty.Director));
        posts.Add(("pingtai", "发布平台负责人", office, Duty.PlatformHead));
        posts.Add(("xitong", "系统管理员", sections[^1], Duty.SystemAdmin));
        posts.Add(("anquan", "安全管理员", general, Duty.SecurityAdmin));
        posts.Add(("shenji", "审计管理员", sections[8], Duty.AuditAdmin));
        var people = posts
            .Select(
                (p, i) =>
                    new Staff
                    {
                        SignInName = p.SignIn,
                        Name = p.Name,
                        UnitId = p.Unit.Id,
                        Phone = $"0895-48{1000 + i}",
                        PasswordHash = hash,
                        MustChangePassword = false,
                    }
            )
            .ToList();
        db.AddRange(people);
        await db.SaveChangesAsync();
        db.AddRange(
            people.Zip(
                posts,
                (s, p) =>
                    new DutyAssignment
                    {
                        StaffId = s.Id,
                        Duty = p.Duty,
                        UnitId = p.Duty.ReachOf() == Duties.Reach.Unit ? p.Unit.Id : null,
                        From = from,
                    }
            )
        );
        await db.SaveChangesAsync();
    }
}
