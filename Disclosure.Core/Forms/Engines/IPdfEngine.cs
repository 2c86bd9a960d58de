namespace Disclosure.Core.Forms.Engines;

/// <summary>Turns laid-out pages into a file. Safe for many requests at once.</summary>
internal interface IPdfEngine : IDisposable
{
    /// <summary>The pages as PDF bytes; the same pages always give the same bytes.</summary>
    /// <param name="title">Title of the document.</param>
    /// <param name="pages">Pages in order, checked beforehand for characters that no font has.</param>
    byte[] Write(string title, IReadOnlyList<DrawnPage> pages);
}
