namespace Disclosure.Core.Submissions;

/// <summary>Where an item stands as a whole.</summary>
public enum ItemState
{
    /// <summary>草稿: never sent.</summary>
    Draft,

    /// <summary>退回: back with the editor.</summary>
    Returned,

    /// <summary>处理中.</summary>
    UnderWay,

    /// <summary>暂停中: a hold is open; nothing moves until it ends (A10, B4, B6).</summary>
    Held,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>不予发布.</summary>
    Declined,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>已中止: it bore a marking that has not expired; its content is erased.</summary>
    Stopped,
}

/// <summary>What the county chief allows (D11); binds the channels to the end.</summary>
public enum CountyChoice
{
    /// <summary>同意在外网发布.</summary>
    Website,

    /// <summary>仅限内网发布.</summary>
    IntranetOnly,

    /// <summary>不同意发布.</summary>
    Refused,
}

/// <summary>
/// An item (稿件) on its way. Its state changes only by <see cref="MoveTo"/>, <see cref="Open"/> and <see cref="EraseContent"/>.
/// </summary>
public sealed class Submission
{
    /// <summary>Key; appears in addresses.</summary>
    public int Id { get; private set; }

    /// <summary>Version of the route it began with.</summary>
    public required string RouteCode { get; init; }

    /// <summary>Unit that submits.</summary>
    public required int UnitId { get; init; }

    /// <summary>Section that reviews: the own one for city items, the matching one for county items.</summary>
    public required int SectionId { get; set; }

    /// <summary>Subject chosen by a county.</summary>
    public int? SubjectId { get; set; }

    /// <summary>Who began it.</summary>
    public required int OwnerId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>State.</summary>
    public ItemState State { get; private set; } = ItemState.Draft;

    /// <summary>Code of the step it waits at.</summary>
    public string Step { get; private set; } = RouteCodes.Editor;

    /// <summary>Highest place on the route it ever reached, from 0; decides who may read it.</summary>
    public int Furthest { get; private set; }

    /// <summary>Counts every change of state; a decision made on an older one is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Opened anew by every return.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Step to which a format-only return comes straight back, or null.</summary>
    public string? ResumeAt { get; private set; }

    /// <summary>UTC of arrival at the step.</summary>
    public DateTime StepSince { get; private set; }

    /// <summary>Last working day for the step; null when it has no limit or the calendar does not reach so far.</summary>
    public DateOnly? StepDue { get; private set; }

    /// <summary>UTC of the first opening by a holder of the step; ends the right to retract.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>Number on the form, given at the first sending and never again.</summary>
    public string? Number { get; private set; }

    /// <summary>UTC of the first sending.</summary>
    public DateTime? FirstSentAt { get; private set; }

    /// <summary>UTC of the end (published, declined, withdrawn, stopped).</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Title as of the draft or the newest revision, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>
    /// Day the information was formed, as of the draft or the newest revision; null where no publication clock runs (条例 art. 26).
    /// </summary>
    public DateOnly? FormedOn { get; private set; }

    /// <summary>
    /// Matter of the standing catalogue it hangs on (C4), as of the draft or the newest revision, or as the office hung it later; null for
    /// none.
    /// </summary>
    public int? CatalogueEntryId { get; private set; }

    /// <summary>The editable content as JSON.</summary>
    public string DraftJson { get; private set; } = "{}";

    /// <summary>Accounts named as authors in the draft, who may read it while its text is to be confirmed (D3).</summary>
    public IReadOnlyList<int> DraftAuthors { get; private set; } = [];

    /// <summary>The editor's answers so far as JSON.</summary>
    public string DraftAnswersJson { get; private set; } = "[]";

    /// <summary>UTC of the last saving of the draft.</summary>
    public DateTime DraftSavedAt { get; private set; }

    /// <summary>Counts savings, so that two windows do not overwrite each other unseen.</summary>
    public int DraftVersion { get; private set; }

    /// <summary>The revision under review, or null before the first sending.</summary>
    public int? RevisionId { get; private set; }

    /// <summary>The county chief's choice, or null.</summary>
    public CountyChoice? CountyChoice { get; private set; }

    /// <summary>True once the route must pass the director.</summary>
    public bool DirectorRequired { get; private set; }

    /// <summary>Kind, as of the draft or the newest revision.</summary>
    public ItemKind? Kind { get; private set; }

    /// <summary>The policy document or interpretation it is linked to, as of the draft or the newest revision (C2).</summary>
    public int? LinkedItemId { get; private set; }

    /// <summary>The published item that this one changes, or null; stands from the beginning.</summary>
    public int? AmendsId { get; init; }

    /// <summary>What it does to that item, or null.</summary>
    public AmendmentKind? Amendment { get; init; }

    /// <summary>UTC before which it may not be published; null when no hour is planned.</summary>
    public DateTime? PlannedAt { get; private set; }

    /// <summary>UTC at which a published item came down everywhere; null while it stands.</summary>
    public DateTime? TakenDownAt { get; private set; }

    /// <summary>Index number in the annual catalogue, given at publication, e.g. 2026-00017.</summary>
    public string? CatalogueIndex { get; private set; }

    /// <summary>
    /// UTC moment by which it must be public because it answers public opinion (C2); null for every other item. It decides what lies on
    /// top, and nothing else.
    /// </summary>
    public DateTime? UrgentUntil { get; private set; }

    /// <summary>True while the editor may change the content.</summary>
    public bool Editable => IsEditable(State);

    /// <summary>True while the draft is what counts: the editor may change it, or a hold that began with the editor is open.</summary>
    public bool WithEditor => IsWithEditor(State, Step);

    internal static bool IsEditable(ItemState state) => state is ItemState.Draft or ItemState.Returned;

    internal static bool IsWithEditor(ItemState state, string step) =>
        IsEditable(state) || (state == ItemState.Held && step == RouteCodes.Editor);

    /// <summary>True while it waits to be published.</summary>
    public bool AtPlatform => State == ItemState.UnderWay && Step == RouteCodes.Platform;

    /// <summary>True once nothing more will happen on the route.</summary>
    public bool Ended => State is ItemState.Published or ItemState.Declined or ItemState.Withdrawn or ItemState.Stopped;

    /// <summary>The editable content.</summary>
    public ItemContent Draft => ItemContent.FromJson(DraftJson);

    /// <summary>The draft as it is frozen on sending: with the subject, which decides who answers for it (D11).</summary>
    public ItemContent ToSend
    {
        get
        {
            var content = Draft;
            content.SubjectId = RouteCodes.IsCounty(RouteCode) ? SubjectId : null;
            return content;
        }
    }

    /// <summary>Saves the draft; only while editable.</summary>
    public void SaveDraft(ItemContent content, string answersJson, DateTime now)
    {
        Write(content);
        DraftAnswersJson = answersJson;
        Title = content.Title.Trim();
        (Kind, LinkedItemId) = (content.Kind, content.LinkedItemId);
        PlannedAt = content is { PlannedOn: { } day, PlannedTime: { } hour } ? Common.BureauTime.ToUtc(day.ToDateTime(hour)) : null;
        FormedOn = content.Attribute is DisclosureAttribute.OnRequest or DisclosureAttribute.Withheld ? null : content.FormedOn;
        CatalogueEntryId = content.CatalogueEntryId;
        DraftSavedAt = now;
        DraftVersion++;
    }

    /// <summary>Takes up the first number, or keeps the one it has.</summary>
    public void NumberOnce(string number, DateTime now)
    {
        Number ??= number;
        FirstSentAt ??= now;
    }

    /// <summary>Puts a frozen revision under review.</summary>
    public void Review(Revision revision) => RevisionId = revision.Id;

    /// <summary>Carries out a move that the judge allowed.</summary>
    public void MoveTo(ItemState state, string step, int place, DateOnly? due, DateTime now)
    {
        State = state;
        Step = step;
        Furthest = Math.Max(Furthest, place);
        StepSince = now;
        StepDue = due;
        OpenedAt = null;
        Version++;
        EndedAt = Ended ? now : null;
    }

    /// <summary>Gives the step the last day that could not be computed when the item arrived; a day that stands is never moved.</summary>
    public void FillDue(DateOnly due) => StepDue ??= due;

    /// <summary>Opens a new round after a return; answers are asked again, remarks stay.</summary>
    public void BeginRound(string? resumeAt, string answersJson)
    {
        Round++;
        ResumeAt = resumeAt;
        DraftAnswersJson = answersJson;
    }

    /// <summary>Forgets the straight way back once it was taken.</summary>
    public void ForgetResume() => ResumeAt = null;

    /// <summary>Notes that a holder of the step has seen it.</summary>
    public void Open(DateTime now) => OpenedAt ??= now;

    /// <summary>Binds the channels (D11).</summary>
    public void Bind(CountyChoice choice) => CountyChoice = choice;

    /// <summary>From now on the director must sign.</summary>
    public void RequireDirector() => DirectorRequired = true;

    /// <summary>Enters the annual catalogue (A11).</summary>
    public void Index(string index) => CatalogueIndex = index;

    /// <summary>Sets or lifts the hour before which it may not be published.</summary>
    public void Plan(DateTime? at)
    {
        PlannedAt = at;
        Version++;
    }

    /// <summary>Notes that it came down; the state stays, for it was published.</summary>
    public void TakeDown(DateTime at) => TakenDownAt ??= at;

    /// <summary>Puts it on top of every worklist until then, or takes it down from there; no step of the route is touched.</summary>
    /// <param name="until">UTC, or null.</param>
    public void Hurry(DateTime? until) => UrgentUntil = until;

    /// <summary>Hangs it on a matter of the standing catalogue (C4); the content that was signed stays as it is.</summary>
    public void HangOn(int catalogueEntryId) => CatalogueEntryId = catalogueEntryId;

    /// <summary>What is left of the content once it was erased.</summary>
    internal static ItemContent Emptied => new() { Title = "（内容已按保密要求清除）" };

    /// <summary>
    /// Takes everything away that came from the files or was written about them (B3-1); number, signatures and times stay.
    /// </summary>
    public void EraseContent()
    {
        Title = Emptied.Title;
        (FormedOn, CatalogueEntryId) = (null, null);
        Write(Emptied);
        DraftAnswersJson = "[]";
    }

    /// <summary>Takes away what the draft says about files that had to go (B5); the processed version is described anew.</summary>
    public void ForgetWords()
    {
        var content = Draft;
        (content.Summary, content.Remarks) = ("", "");
        Write(content);
        DraftAnswersJson = "[]";
        DraftVersion++;
    }

    private void Write(ItemContent content) =>
        (DraftJson, DraftAuthors) = (content.ToJson(), [.. content.Bylines.Select(b => b.StaffId).OfType<int>().Distinct()]);
}
