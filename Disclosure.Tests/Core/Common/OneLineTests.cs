using System.Runtime.CompilerServices;
using Disclosure.Core;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Common;

/// <summary>What nobody sees is taken out of texts of one line, in one place, whoever writes them.</summary>
public sealed class OneLineTests
{
    [Theory]
    [InlineData("三季度\t工业运行", "三季度工业运行")]
    [InlineData("三季度\u00a0工业\r\n运行", "三季度工业运行")]
    [InlineData("\ufeff三季\u200b度\u200d工业运行\u00a0", "三季度工业运行")]
    [InlineData("2026年\u00a09月", "2026年9月")]
    [InlineData("GDP\tgrowth\u00a05.2%", "GDP growth 5.2%")]
    [InlineData("བོད་ཡིག\u00a0།", "བོད་ཡིག །")]
    [InlineData("工业 运行　分析", "工业 运行　分析")]
    public void WhatIsNotSeen_IsGone_AndWhatIsSeenStays(string typed, string kept) => Assert.Equal(kept, OneLine.Of(typed));

    [Fact]
    public void EveryColumnOfOneLine_IsAColumn_AndIsCleanedWhoeverWrites()
    {
        var texts = new OneLineTexts(TextsOfOneLine.All);
        using var db = new DisclosureDb(new DbContextOptionsBuilder<DisclosureDb>().UseSqlite("Data Source=:memory:").Options);
        db.Database.OpenConnection();
        db.Database.EnsureCreated();
        foreach (var (entity, property) in texts.Columns)
        {
            db.ChangeTracker.Clear();
            var row = RuntimeHelpers.GetUninitializedObject(entity);
            foreach (var key in db.Model.FindEntityType(entity)!.FindPrimaryKey()!.Properties.Where(k => k.ClrType == typeof(string)))
            {
                key.PropertyInfo!.SetValue(row, "一");
            }
            var entry = db.Entry(row);
            entry.State = EntityState.Added;
            entry.Property(property).CurrentValue = "卡若\t区\u200b";
            texts.Clean(db);
            Assert.Equal("卡若区", entry.Property(property).CurrentValue);
        }
    }

    [Fact]
    public async Task TheLinesOfAnItem_ArePutRight_AndItsParagraphsStay()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var item = await given.SubmissionAsync(id);
        var content = item.Draft;
        (content.Title, content.Summary, content.WebsiteColumn) = ("三季度\t工业\u00a0运行", "第一段\n第二段", "统计\u200b信息");
        content.Bylines.Add(new Byline { Name = "外单位\u00a0作者" });

        Given.Must(
            await given
                .Get<DraftService>()
                .SaveAsync(id, content, item.DraftAnswersJson, item.SubjectId, item.DraftVersion, given.By("gongye.editor"), given.Now)
        );

        var kept = (await given.SubmissionAsync(id)).Draft;
        Assert.Equal(("三季度工业运行", "第一段\n第二段", "统计信息"), (kept.Title, kept.Summary, kept.WebsiteColumn));
        Assert.Equal("外单位作者", kept.Bylines[^1].Name);
    }

    [Fact]
    public async Task ANameOfTheBureau_IsPutRight_ThoughItsServiceKnowsNothingOfIt()
    {
        await using var given = await Given.BureauAsync();
        var unit = await given.ReadAsync(db => db.Units.SingleAsync(u => u.Name == "工业能源科"));

        Given.Must(
            await given
                .Get<BureauService>()
                .ChangeUnitAsync(unit.Id, "工业\u00a0统计科", unit.ShortName, unit.Order, given.By("admin.system"), given.Now)
        );

        Assert.Equal("工业统计科", (await given.ReadAsync(db => db.Units.SingleAsync(u => u.Id == unit.Id))).Name);
    }
}
