using Disclosure.Core.Common;
using Disclosure.Core.Forms.Engines;

namespace Disclosure.Core.Forms;

/// <summary>Looks a choice over before anybody prints with it.</summary>
public static class FontCheck
{
    /// <summary>More files than a folder of fonts ever holds; somebody has named a whole disk.</summary>
    private const int MostFiles = 5000;

    /// <summary>Why the choice would not do under these settings, or null; reads the folders as they are now.</summary>
    public static Problem? Refusal(FontOptions settings, FontChoice choice)
    {
        if (choice.Folder.Length > 0 && Folder(choice.Folder) is { } folder)
        {
            return folder;
        }

        (string Field, string Font)[] fonts =
        [
            (nameof(choice.Title), choice.Title),
            (nameof(choice.Label), choice.Label),
            (nameof(choice.Value), choice.Value),
            (nameof(choice.Kai), choice.Kai),
            (nameof(choice.Fallback), choice.Fallback),
        ];
        var index = new Lazy<FontIndex>(() => new FontIndex(settings.Under(choice).SearchFolders()));
        return fonts
            .Where(f => f.Font.Length > 0 && index.Value.Find(f.Font) is null)
            .Select(f => new FontNotFound(f.Field, f.Font))
            .FirstOrDefault();
    }

    private static Problem? Folder(string folder)
    {
        try
        {
            if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
            {
                return new FontFolderNotThere(folder);
            }

            if (Directory.EnumerateFiles(folder, "*", FontIndex.Everything).Take(MostFiles + 1).Count() > MostFiles)
            {
                return new FontFolderTooLarge(MostFiles);
            }

            return new FontIndex([folder]).All().Count == 0 ? new FontFolderEmpty(folder) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FontFolderNotThere(folder);
        }
    }
}
