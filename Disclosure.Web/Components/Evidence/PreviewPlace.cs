using Disclosure.Core.Examiner;

namespace Disclosure.Web.Components.Evidence;

/// <summary>Where a finding is shown in the preview of its file.</summary>
internal static class PreviewPlace
{
    /// <summary>Name of the part, with the embedded files that lead to it.</summary>
    public static string Part(Place place) => string.Concat(place.Inside.Select(i => $"{i} › ")) + place.Part;
}
