using System.Text.Json;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Disclosure.Core.Store;

/// <summary>A column whose typed text ends on paper.</summary>
/// <param name="Entity">Type of the row.</param>
/// <param name="Property">Name of the column.</param>
/// <param name="Label">Name of the field as people know it.</param>
/// <param name="Field">Name of the field on the page, or null where the column holds several.</param>
public sealed record TextOnPaper(Type Entity, string Property, string Label, string? Field)
{
    /// <summary>Set when the column is JSON: the label of one of its members, null for the label of the whole.</summary>
    public Func<string, string?>? Members { get; init; }

    /// <summary>True when the page has a field for every member, by its name.</summary>
    public bool FieldPerMember { get; init; }

    /// <summary>What a new row carries on from, where it repeats the row before it; null where it stands alone.</summary>
    public Func<DbContext, string>? CarriesOn { get; init; }

    /// <summary>Members of the JSON that are copies of what was stored before and so not typed here.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>True when a new row begins with copies of what was stored before; then only changes count as typed.</summary>
    public bool BeginsAsCopy { get; init; }
}

/// <summary>Keeps what cannot be printed out of the columns that end on paper, whichever service writes them.</summary>
public sealed class TextGuard(IReadOnlyList<TextOnPaper> texts, IDrawsText fonts)
{
    private readonly ILookup<Type, TextOnPaper> byEntity = texts.ToLookup(t => t.Entity);

    /// <summary>The columns it looks at.</summary>
    public IReadOnlyList<TextOnPaper> Texts => texts;

    /// <summary>Why what the context is about to save may not be saved, or null.</summary>
    public NotPrintable? Refusal(DbContext db) =>
        db
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .SelectMany(e => byEntity[e.Metadata.ClrType].Select(t => Refusal(e, t)))
            .FirstOrDefault(p => p is not null);

    private NotPrintable? Refusal(EntityEntry row, TextOnPaper text)
    {
        var column = row.Property(text.Property);
        if (
            column.CurrentValue is not string { Length: > 0 } now
            || (row.State == EntityState.Modified ? !column.IsModified : text.BeginsAsCopy)
        )
        {
            return null;
        }
        // Only a word that holds a fault needs it: reading the rows before costs a query, and most saves have none.
        var former = new Lazy<string>(() =>
            row.State == EntityState.Modified ? column.OriginalValue as string ?? "" : text.CarriesOn?.Invoke(row.Context) ?? ""
        );
        if (text.Members is not { } labels)
        {
            return PrintableText.Refusal(now, text.Field, text.Label, fonts, former);
        }
        var before = new Lazy<string>(() => former.Value.Length == 0 ? "" : string.Concat(Words(former.Value, text).Select(w => w.Text)));
        return Words(now, text)
            .Select(w =>
                PrintableText.Refusal(w.Text, text.FieldPerMember ? w.Member : text.Field, labels(w.Member) ?? text.Label, fonts, before)
            )
            .FirstOrDefault(p => p is not null);
    }

    private static List<(string Member, string Text)> Words(string json, TextOnPaper text)
    {
        using var document = JsonDocument.Parse(json);
        var words = new List<(string, string)>();
        Walk(document.RootElement, "");
        return words;

        void Walk(JsonElement element, string member)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    words.Add((member, element.GetString()!));
                    break;
                case JsonValueKind.Array:
                    foreach (var each in element.EnumerateArray())
                    {
                        Walk(each, member);
                    }
                    break;
                case JsonValueKind.Object:
                    foreach (
                        var each in element
                            .EnumerateObject()
                            .Where(p => !text.Copies.Contains(member.Length == 0 ? p.Name : $"{member}.{p.Name}"))
                    )
                    {
                        Walk(each.Value, each.Name);
                    }
                    break;
            }
        }
    }
}

/// <summary>Carries a refusal of the guard out of whichever save met it, up to the gate; nobody else catches it.</summary>
internal sealed class TextRefused(NotPrintable refusal) : Exception(refusal.Text)
{
    /// <summary>What the gate answers.</summary>
    public NotPrintable Refusal { get; } = refusal;
}
