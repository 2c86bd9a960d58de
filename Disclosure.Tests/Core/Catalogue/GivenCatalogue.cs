using Disclosure.Core.Catalogue;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Catalogue;

/// <summary>Standing catalogues for the tests.</summary>
internal static class GivenCatalogue
{
    /// <summary>Two matters of two sections, as they come out of a spreadsheet.</summary>
    public const string Pasted =
        "统计数据\t工业生产情况\t增加值\t统计法\t每月，月后15日内\t工业能源科\r\n"
        + "\t农牧业生产情况\t产量\t统计法\t自形成之日起20个工作日内\t农牧业科\t门户网站\t全社会\t主动公开\t市级\r\n";

    /// <summary>Puts a version in force today; answers its number.</summary>
    public static async Task<int> EnforceAsync(Given given, string text = Pasted, DateOnly? day = null, string who = "office.1")
    {
        var (drafts, by) = (given.Get<StandingDraftService>(), given.By(who));
        var state = Given.Must(await drafts.BeginAsync(Guid.NewGuid(), by, given.Now));
        state = Given.Must(await drafts.PasteAsync(state, text, by, given.Now));
        return Given.Must(await drafts.EnforceAsync(state, day ?? given.Today, "理由", Guid.NewGuid(), by, given.Now));
    }

    /// <summary>Key of a matter in force.</summary>
    public static async Task<int> MatterAsync(Given given, string matter) =>
        (await given.Get<StandingCatalogueQueries>().ChoicesAsync(given.By("office.1"), given.Now)).Single(c => c.Matter == matter).EntryId;
}
