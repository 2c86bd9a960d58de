using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>An edit of the draft: the matters after it and what was done. Knows no store.</summary>
public sealed record StandingEdit(IReadOnlyList<StandingRow> Rows, string Done)
{
    /// <summary>Adds a matter (key 0) or changes the one with its key.</summary>
    /// <param name="sections">Sections by key with all their names.</param>
    public static Outcome<StandingEdit> Save(
        IReadOnlyList<StandingRow> rows,
        StandingRow row,
        IReadOnlyList<(int Id, string Name, string Short)> sections
    )
    {
        var section = sections.FirstOrDefault(s => s.Id == row.SectionId);
        var typed = row.Trimmed() with { SectionId = section.Id, Section = section.Name ?? "" };
        if (StandingRules.Check(typed) is { } wrong)
        {
            return wrong;
        }
        if (rows.Any(r => r.Path == typed.Path && r.EntryId != typed.EntryId))
        {
            return new SameMatterTwice(typed.Path);
        }
        if (typed.EntryId == 0)
        {
            return new StandingEdit([.. rows, typed with { EntryId = Free(rows) }], $"新增“{typed.Matter}”");
        }
        return rows.Any(r => r.EntryId == typed.EntryId)
            ? new StandingEdit([.. rows.Select(r => r.EntryId == typed.EntryId ? typed : r)], $"修改“{typed.Matter}”")
            : new NotFound();
    }

    /// <summary>Moves a matter one place within its heading; at the heading's end the whole heading moves.</summary>
    public static Outcome<StandingEdit> Move(IReadOnlyList<StandingRow> rows, int entryId, bool up)
    {
        if (rows.FirstOrDefault(r => r.EntryId == entryId) is not { } row)
        {
            return new NotFound();
        }
        var groups = rows.GroupBy(r => r.Group).Select(g => g.ToList()).ToList();
        var group = groups.FindIndex(g => g[0].Group == row.Group);
        var (at, step) = (groups[group].FindIndex(r => r.EntryId == entryId), up ? -1 : 1);
        if (at + step >= 0 && at + step < groups[group].Count)
        {
            (groups[group][at], groups[group][at + step]) = (groups[group][at + step], groups[group][at]);
        }
        else if (group + step >= 0 && group + step < groups.Count)
        {
            (groups[group], groups[group + step]) = (groups[group + step], groups[group]);
        }
        return new StandingEdit([.. groups.SelectMany(g => g)], $"{(up ? "上移" : "下移")}“{row.Matter}”");
    }

    /// <summary>Removes a matter.</summary>
    public static Outcome<StandingEdit> Remove(IReadOnlyList<StandingRow> rows, int entryId) =>
        rows.FirstOrDefault(r => r.EntryId == entryId) is { } gone
            ? new StandingEdit([.. rows.Where(r => r.EntryId != entryId)], $"删除“{gone.Matter}”")
            : new NotFound();

    /// <summary>Adds pasted rows; a matter that is there already takes what was pasted.</summary>
    public static Outcome<StandingEdit> Paste(
        IReadOnlyList<StandingRow> rows,
        string text,
        IReadOnlyList<(int Id, string Name, string Short)> sections
    )
    {
        var read = StandingPaste.Read(text, sections);
        if (!read.Ok)
        {
            return read.Problem!;
        }
        var (all, added) = (rows.ToList(), 0);
        foreach (var row in read.Value)
        {
            var at = all.FindIndex(r => r.Path == row.Path);
            if (at >= 0)
            {
                all[at] = row with { EntryId = all[at].EntryId };
            }
            else
            {
                all.Add(row with { EntryId = Free(all) });
                added++;
            }
        }
        return new StandingEdit(all, $"粘贴 {read.Value.Count} 行（新增 {added}，更新 {read.Value.Count - added}）");
    }

    // New matters are told apart by negative keys until they come into force.
    private static int Free(IReadOnlyList<StandingRow> rows) => Math.Min(0, rows.Select(r => r.EntryId).DefaultIfEmpty().Min()) - 1;
}
