using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>打印设置: read at start, changed by the system administrator, in force for the next form.</summary>
public sealed class PrintSettingsService(
    Operations operations,
    IDbContextFactory<DisclosureDb> contexts,
    FormPrinter printer,
    FontOptions settings
)
{
    private const Duty Office = Duty.SystemAdmin;

    /// <summary>What is chosen.</summary>
    public async Task<FontChoice> ReadAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Set<PrintSettings>().AsNoTracking().FirstOrDefaultAsync(ct))?.Fonts ?? FontChoice.None;
    }

    /// <summary>Hands what is chosen to the printer.</summary>
    public async Task ApplyAsync(CancellationToken ct = default) => printer.Use(await ReadAsync(ct));

    /// <summary>Keeps a choice and prints with it from now on; the same choice again searches the folders anew.</summary>
    public async Task<Outcome<Done>> ChooseAsync(FontChoice typed, Actor by, DateTime now, CancellationToken ct = default)
    {
        var choice = typed with { Folder = typed.Folder.Trim() };
        // Folders are read before the store is held: one on another machine may take its time, and nobody could sign meanwhile.
        if (!await IsAdministratorAsync(by, now, ct))
        {
            return new NotThisAdministrator(Office);
        }
        if (FontCheck.Refusal(settings, choice) is { } refusal)
        {
            return refusal;
        }
        var outcome = await operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                var row = await db.Set<PrintSettings>().FirstOrDefaultAsync(ct);
                if (row is null)
                {
                    db.Add(row = new PrintSettings());
                }
                var before = row.Fonts;
                row.Fonts = choice;
                return before == choice
                    ? Done.It
                    : await Administration.NoteAsync(
                        db,
                        by,
                        Office,
                        "print.fonts",
                        $"打印字体由{Describe(before)}改为{Describe(choice)}",
                        now
                    );
            },
            ct
        );
        if (outcome.Ok)
        {
            printer.Use(choice);
        }
        return outcome;
    }

    private async Task<bool> IsAdministratorAsync(Actor by, DateTime now, CancellationToken ct)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var grants = op.Grants;
        return grants.All.Any(g => g.Duty == Office && g.ActingForId is null);
    }

    private static string Describe(FontChoice c)
    {
        (string Name, string Chosen)[] all =
        [
            ("自有文件夹", c.Folder),
            ("小标宋", c.Title),
            ("黑体", c.Label),
            ("仿宋", c.Value),
            ("楷体", c.Kai),
            ("补字", c.Fallback),
        ];
        var chosen = all.Where(f => f.Chosen.Length > 0).Select(f => $"{f.Name}“{f.Chosen}”").ToList();
        return chosen.Count > 0 ? string.Join('、', chosen) : "默认";
    }
}
