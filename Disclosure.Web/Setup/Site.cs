namespace Disclosure.Web.Setup;

/// <summary>Address of the program as people reach it, for what is printed on paper.</summary>
/// <param name="configured">The setting Disclosure:Address; empty takes the address the page was opened under.</param>
public sealed class Site(string configured)
{
    /// <summary>The address, with the slash at its end.</summary>
    /// <param name="opened">Address the page was opened under.</param>
    public string Address(string opened) => configured.Length > 0 ? configured.TrimEnd('/') + "/" : opened;
}
