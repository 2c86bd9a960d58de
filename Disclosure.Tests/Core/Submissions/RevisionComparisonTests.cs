using Disclosure.Core.Submissions;

namespace Disclosure.Tests.Core.Submissions;

public sealed class RevisionComparisonTests
{
    [Fact]
    public void EveryFieldOfAnItem_ShowsWhenItChanges()
    {
        var quiet = typeof(ItemContent)
            .GetProperties()
            .Where(p => p.CanWrite)
            .Where(p =>
            {
                var (before, after) = (Filled(), Filled());
                p.SetValue(after, Other(p.PropertyType, p.GetValue(before)));
                return !RevisionComparison.Compare(before, after).Any(d => d.Differs);
            })
            .Select(p => p.Name);
        Assert.Empty(quiet);
    }

    [Fact]
    public void Compare_LeavesOutWhatIsEmptyInBoth_AndMarksWhatDiffers()
    {
        var (before, after) = (new ItemContent { Title = "第一稿" }, new ItemContent { Title = "第二稿" });
        var fields = RevisionComparison.Compare(before, after);
        Assert.Equal(new FieldDifference("信息标题", "第一稿", "第二稿"), fields.Single(f => f.Differs));
        Assert.DoesNotContain(fields, f => f.Label == "内容概述");
    }

    [Fact]
    public void Files_AreMatchedByHashFirst_ThenByName()
    {
        var changes = RevisionComparison.Compare(
            [File("正文.docx", 'a'), File("附件1.xlsx", 'b'), File("附件2.xlsx", 'c'), File("旧.pdf", 'd')],
            [File("正文.docx", 'a'), File("附件1.xlsx", 'x'), File("附件二.xlsx", 'c'), File("新.pdf", 'y')]
        );
        Assert.Equal(
            [
                (FileChange.Same, "正文.docx"),
                (FileChange.Replaced, "附件1.xlsx"),
                (FileChange.Renamed, "附件二.xlsx"),
                (FileChange.Added, "新.pdf"),
                (FileChange.Removed, "旧.pdf"),
            ],
            changes.Select(c => (c.Change, c.Name))
        );
    }

    private static ItemContent Filled() =>
        new()
        {
            Bylines = [new Byline { Name = "甲" }],
            NoticeFrom = new DateOnly(2026, 1, 1),
            NoticeUntil = new DateOnly(2026, 6, 1),
            Kind = ItemKind.Communique,
            Channels = [Channel.Website],
            DataStatus = DataStatus.Final,
            PlannedOn = new DateOnly(2026, 7, 1),
        };

    private static object Other(Type type, object? was) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            Type t when t == typeof(string) => was + "改",
            Type t when t == typeof(bool) => !(bool)was!,
            Type t when t == typeof(int) => 7,
            Type t when t == typeof(DateOnly) => new DateOnly(2026, 8, 8),
            Type t when t == typeof(TimeOnly) => new TimeOnly(9, 30),
            Type t when t == typeof(Amendment) => new Amendment
            {
                ItemId = 3,
                Number = "昌统发审〔2026〕1号",
                Title = "原稿",
                Reason = "有误",
            },
            Type t when t == typeof(List<Byline>) => new List<Byline> { new() { Name = "乙" } },
            Type t when t == typeof(List<Channel>) => new List<Channel> { Channel.Book },
            var t => Enum.GetValues(t).GetValue(1)!,
        };

    private static ItemFileRow File(string name, char hash) => new(1, name, FileRole.Attachment, 1, new string(hash, 64), "", default);
}
