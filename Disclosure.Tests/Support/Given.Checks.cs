using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>An item with these files beside its text body, at a step; beyond the route's end it is published.</summary>
    public async Task<int> ItemWithAsync(string route, string step, params (string Name, byte[] Bytes)[] files)
    {
        var id = await DraftAsync(route);
        foreach (var (name, bytes) in files)
        {
            await BringAsync(id, name, bytes);
        }
        await WalkAsync(id, step);
        return id;
    }

    /// <summary>Uploads bytes into the draft of a city item.</summary>
    public async Task<int> BringAsync(int id, string name, byte[] bytes, string who = "gongye.editor")
    {
        var (owner, blobs) = (people[who].Id, Get<BlobStore>());
        var upload = await ArriveAsync(DraftService.UploadPurpose(id), name, bytes, owner);
        return Must(
            await blobs.FinishAsync(
                upload,
                owner,
                (db, blob) => DraftService.LinkFileAsync(db, id, name, blob.Size, blob.Sha256, blob.Note ?? "", By(who), Now),
                Guid.NewGuid()
            )
        );
    }

    /// <summary>Uploads a file found on a channel, as the page of the check does before it asks.</summary>
    public Task<Guid> FoundAsync(int id, string name, byte[] bytes, string who = "platform.1") =>
        ArriveAsync(ConsistencyService.UploadPurpose(id), name, bytes, people[who].Id);

    /// <summary>Key of a file of the revision as approved.</summary>
    public Task<int> ApprovedFileAsync(int id, string name) =>
        ReadAsync(db =>
            db.ItemFiles.Where(f => f.SubmissionId == id && f.RevisionId != null && f.Name == name)
                .OrderByDescending(f => f.Id)
                .Select(f => f.Id)
                .FirstAsync()
        );

    private async Task<Guid> ArriveAsync(string purpose, string name, byte[] bytes, int owner)
    {
        var blobs = Get<BlobStore>();
        var upload = Must(await blobs.StartAsync(name, bytes.Length, owner, purpose));
        Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(bytes)));
        return upload;
    }
}
