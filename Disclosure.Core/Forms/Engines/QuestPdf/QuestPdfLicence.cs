using System.Reflection;
using QuestPDF;

namespace Disclosure.Core.Forms.Engines;

/// <summary>
/// Tells versions of QuestPDF that ask for it which licence was bought, as given to the build (QuestPdfLicense). Nothing is claimed that
/// was not given: such a version then refuses to draw and says why itself.
/// </summary>
internal static class QuestPdfLicence
{
    /// <summary>
    /// Sets it where this version of QuestPDF has licences; throws ArgumentException when it does not know the one given.
    /// </summary>
    public static void Declare()
    {
        var bought = typeof(QuestPdfLicence)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "QuestPdfLicense")
            ?.Value;
        if (!string.IsNullOrEmpty(bought) && typeof(Settings).GetProperty("License") is { } licence)
        {
            licence.SetValue(null, Enum.Parse(Nullable.GetUnderlyingType(licence.PropertyType) ?? licence.PropertyType, bought));
        }
    }
}
