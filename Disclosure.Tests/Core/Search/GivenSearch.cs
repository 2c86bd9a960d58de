using Disclosure.Core.Common;
using Disclosure.Core.Search;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Search;

/// <summary>Searching as the pages do it.</summary>
internal static class GivenSearch
{
    extension(Given given)
    {
        /// <summary>What a person finds, once the index has caught up.</summary>
        public async Task<SearchResults> FoundAsync(string who, string text, Func<SearchAsked, SearchAsked>? how = null, int page = 0)
        {
            await given.Get<SearchService>().CatchUpAsync();
            var asked = new SearchAsked(text);
            return Given.Must(await given.Get<SearchQueries>().PageAsync(how?.Invoke(asked) ?? asked, page, given.By(who), given.Now));
        }

        /// <summary>Keys of what a person finds.</summary>
        public async Task<int[]> KeysAsync(string who, string text) => [.. (await given.FoundAsync(who, text)).Rows.Select(r => r.Id).Order()];

        /// <summary>The same draft many times over, behind the program's back.</summary>
        public async Task CopyItemAsync(int id, int times)
        {
            var columns = await given.ReadAsync(db => Task.FromResult(string.Join(", ", db.Model.FindEntityType(typeof(Submission))!.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "Id"))));
            await given.TamperAsync($"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {times}) INSERT INTO Submissions ({columns}) SELECT {columns} FROM Submissions, c WHERE Id = {id}");
        }

        /// <summary>The sentence that comes instead of results.</summary>
        public async Task<Problem?> RefusedAsync(string text) => (await given.Get<SearchQueries>().PageAsync(new SearchAsked(text), 0, given.By("office.1"), given.Now)).Problem;
    }
}
