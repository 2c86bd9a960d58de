using Disclosure.Core.Common;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
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
        public async Task<int[]> KeysAsync(string who, string text) =>
            [.. (await given.FoundAsync(who, text)).Rows.Select(r => r.Id).Order()];

        /// <summary>The same draft many times over, behind the program's back.</summary>
        public async Task CopyItemAsync(int id, int times)
        {
            var columns = await given.ReadAsync(db =>
                Task.FromResult(
                    string.Join(
                        ", ",
                        db.Model.FindEntityType(typeof(Submission))!.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "Id")
                    )
                )
            );
            await given.TamperAsync(
                $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {times}) INSERT INTO Submissions ({columns}) SELECT {columns} FROM Submissions, c WHERE Id = {id}"
            );
        }

        /// <summary>Uploads bytes into the draft.</summary>
        public async Task<Outcome<int>> UploadBytesAsync(int id, string name, byte[] bytes, string who)
        {
            var (blobs, by) = (given.Get<BlobStore>(), given.By(who));
            var upload = Given.Must(await blobs.StartAsync(name, bytes.Length, by.StaffId, DraftService.UploadPurpose(id)));
            Given.Must(await blobs.AppendAsync(upload, by.StaffId, 0, new MemoryStream(bytes)));
            return await blobs.FinishAsync(
                upload,
                by.StaffId,
                (db, blob) => DraftService.LinkFileAsync(db, id, name, blob.Size, blob.Sha256, "", by, given.Now),
                Guid.NewGuid()
            );
        }

        /// <summary>The sentence that comes instead of results.</summary>
        public async Task<Problem?> RefusedAsync(string text) =>
            (await given.Get<SearchQueries>().PageAsync(new SearchAsked(text), 0, given.By("office.1"), given.Now)).Problem;
    }
}
