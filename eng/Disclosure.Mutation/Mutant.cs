namespace Disclosure.Mutation;

/// <summary>One deliberate change of a rule.</summary>
/// <param name="Id">Its number, the same in every round of one rewriting.</param>
/// <param name="File">File, relative to the solution.</param>
/// <param name="Line">Line in the file as it stands, from 1.</param>
/// <param name="What">Kind of change.</param>
/// <param name="Before">The text as it stands, on one line.</param>
/// <param name="After">The text that takes its place.</param>
public sealed record Mutant(int Id, string File, int Line, string What, string Before, string After);
