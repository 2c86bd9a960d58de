namespace Disclosure.Core.Common;

/// <summary>What the check found.</summary>
/// <param name="Kind">Extension that names the kind, lower case; jpeg is jpg.</param>
/// <param name="Note">Sentence to show beside the file, or null.</param>
public sealed record CheckedFile(string Kind, string? Note);

/// <summary>What is asked before a file comes in. The store is handed it and knows no format.</summary>
/// <param name="Name">Answers the name as it is kept, or why a file may not be called so.</param>
/// <param name="ContentAsync">Answers what the bytes are, or why they may not come in; the stream is seekable, read from its beginning,
/// left anywhere.</param>
public sealed record IncomingCheck(
    Func<string, Outcome<string>> Name,
    Func<string, Stream, CancellationToken, Task<Outcome<CheckedFile>>> ContentAsync
);
