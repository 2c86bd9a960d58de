namespace Disclosure.Core.Publication;

/// <summary>A form as drawn.</summary>
/// <param name="Name">File name, with extension.</param>
/// <param name="Pdf">The bytes.</param>
public sealed record PrintedForm(string Name, byte[] Pdf);
