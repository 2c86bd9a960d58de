namespace Disclosure.Core.Publication;

/// <summary>Words of this module.</summary>
public static class PublicationWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this DeskTick tick) =>
        tick switch
        {
            DeskTick.Paper => "纸质",
            DeskTick.Electronic => "电子",
            DeskTick.Form => "表单",
        };
}
