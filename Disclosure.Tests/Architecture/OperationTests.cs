using System.Reflection;
using Disclosure.Core;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Architecture;

/// <summary>
/// A service cannot be written that forgets who acts: whoever reads or writes for a person goes through the one entry point, which has read
/// the duties.
/// </summary>
public sealed class OperationTests
{
    // Each with what it does without a person's duties; a name more here needs as good a reason.
    private static readonly Dictionary<string, string> WithoutDuties = new()
    {
        ["Operations"] = "is the entry point",
        ["AccountService"] = "signs people in and changes their own password",
        ["Passwords"] = "checks a password",
        ["StaffStore"] = "is asked by the sign-in before anybody is known",
        ["FirstAdministrators"] = "there is nobody yet",
        ["AdministratorRecovery"] = "the operator at the machine",
        ["IdentityQueries"] = "says who somebody is",
        ["BureauQueries"] = "units and subjects, for everybody; pages of administrators ask for their policy",
        ["StaffQueries"] = "pages of administrators, behind their policy",
        ["CalendarQueries"] = "the calendar, for everybody",
        ["AuditQueries"] = "the auditor's page, behind its policy",
        ["AuditAnchor"] = "the program's own writing",
        ["AuditVerifier"] = "the operator's verb",
        ["StepLimitService"] = "limits are shown to everybody",
        ["ExaminerSettingsService"] = "rules are shown to everybody who may open their page",
        ["ExaminationService"] = "examines in the background",
        ["ReminderService"] = "raises what is due in the background",
        ["SearchReading"] = "reads for the index, in the background",
        ["SearchService"] = "writes the index, in the background",
        ["SearchQueries"] = "says how far the index is",
        ["StoredContent"] = "hashes what is stored",
        ["ApprovalService"] = "tells open pages what a move has erased elsewhere",
        ["ReadingLog"] = "notes who read, for queries that have opened the item",
        ["OpenFiles"] = "notes who opened a page of a file, for a reader that ItemQueries has let in",
        ["DraftService"] = "settles an upload inside the transaction that finishes it",
        ["ArchivePackages"] = "notes a package that ArchiveQueries has let its reader order",
        ["ArchivePapers"] = "papers of an item that ItemArchive has opened",
        ["TraceQueries"] = "notes a printing of what was read before",
        ["LedgerQueries"] = "the month for the background",
        ["HoldLetters"] = "letters of a hold that HoldQueries has read",
        ["HandwritingService"] = "pictures for sheets of items that were read",
        ["ItemSheets"] = "sheets of items that were read",
        ["PrintService"] = "a print of an item that was opened, and what a person chose last",
        ["PrintSettingsService"] = "how the printer is set, for every printing",
        ["DraftQueries"] = "files of a draft that was opened",
        ["StandingCatalogueQueries"] = "the version in force, for every form",
        ["PublicationQueries"] = "rows to publish, of items that InboxQueries has read",
    };

    [Fact]
    public void WhoeverOpensTheStoreOtherwise_IsNamedWithAReason()
    {
        var opens = typeof(CoreServices)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsClass: true, Namespace: not null }
                && t.Namespace.StartsWith("Disclosure.Core", StringComparison.Ordinal)
                && t.Namespace is not ("Disclosure.Core.Store" or "Disclosure.Core.Demonstration")
            )
            .Where(t =>
                t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                    .Any(c =>
                        c.GetParameters()
                            .Any(p => p.ParameterType == typeof(WriteGate) || p.ParameterType == typeof(IDbContextFactory<DisclosureDb>))
                    )
            )
            .Select(t => t.Name)
            .ToHashSet();
        Assert.Empty(opens.Except(WithoutDuties.Keys));
        // A reason that nobody needs any more goes as well.
        Assert.Empty(WithoutDuties.Keys.Except(opens));
    }

    [Fact]
    public void TheDutyBook_IsReadByTheEntryPoint()
    {
        var readers = SourceCode
            .All()
            .Where(f => f.Text.Contains("DutyBook.ReadAsync", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f.Name))
            .Order(StringComparer.Ordinal);
        // Besides it: who is told, who somebody is, and what a page of this very request may do.
        Assert.Equal(["CurrentActor.cs", "IdentityQueries.cs", "Operation.cs", "Policies.cs", "Recipients.cs"], readers);
    }
}
