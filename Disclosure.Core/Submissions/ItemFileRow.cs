namespace Disclosure.Core.Submissions;

/// <summary>A file as shown in a list.</summary>
/// <param name="Id">Key; appears in addresses.</param>
/// <param name="Name">Name as uploaded.</param>
/// <param name="Role">Body, attachment or scan.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash, 64 hex digits.</param>
/// <param name="Note">What the program says about the format.</param>
/// <param name="AddedAt">UTC.</param>
public sealed record ItemFileRow(int Id, string Name, FileRole Role, long Size, string Sha256, string Note, DateTime AddedAt)
{
    internal static ItemFileRow Of(ItemFile f) => new(f.Id, f.Name, f.Role, f.Size, f.Sha256, f.Note, f.AddedAt);
}
