using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Bureau;

/// <summary>What differs between bureaus: name, number prefixes, credit code.</summary>
public partial class ProfilePage(BureauService bureau, BureauQueries queries)
{
    private string name = "";
    private string city = "";
    private string county = "";
    private string creditCode = "";

    /// <inheritdoc/>
    protected override async Task LoadAsync() => (name, city, county, creditCode) = await queries.ProfileAsync();

    private Task<bool> SaveAsync() =>
        RunAsync((by, now) => bureau.ChangeProfileAsync(new(name, city, county, creditCode), by, now), "已保存。");
}
