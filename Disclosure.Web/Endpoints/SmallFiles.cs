using System.Buffers.Binary;
using System.Text.Json;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Core.Uploads;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>
/// Several small files in one request: on a county's line the round trips of a file cost more than its bytes. The body is the length of a
/// list of names and sizes (four bytes), the list, and the files one after the other; nothing of it lies on the disk outside of the store.
/// </summary>
internal static class SmallFiles
{
    /// <summary>Most bytes of one request.</summary>
    public const long LargestBody = 2L << 20;

    private const int LargestList = 64 << 10;

    /// <summary>One file of the list.</summary>
    internal sealed record Listed(string Name, int Size);

    /// <summary>What came of a file, in the order of the list.</summary>
    /// <param name="Text">Why it was refused, or null.</param>
    /// <param name="There">True when the item has it already: it came with a request whose answer was lost.</param>
    /// <param name="Again">True when it may be sent again.</param>
    internal sealed record Came(string? Text, bool There, bool Again);

    public static async Task<IResult> TakeAsync(
        int itemId,
        HttpRequest request,
        UploadService uploads,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        try
        {
            if (await ListAsync(request.Body, ct) is not { } list)
            {
                return Unreadable();
            }
            var (came, by) = (new List<Came>(), await current.GetAsync());
            foreach (var file in list)
            {
                var content = new byte[file.Size];
                await request.Body.ReadExactlyAsync(content, ct);
                var now = clock.GetUtcNow().UtcDateTime;
                came.Add(Of((await uploads.BringAsync(UploadKinds.Draft.Code, itemId, file.Name, content, by, now, ct)).Problem));
            }
            return Results.Ok(came);
        }
        catch (EndOfStreamException)
        {
            // Fewer bytes came than the list says; what was whole before them is kept.
            return Unreadable();
        }
    }

    private static IResult Unreadable() =>
        Results.Json(new { text = "上传没有成功，请重试。" }, statusCode: StatusCodes.Status422UnprocessableEntity);

    private static Came Of(Problem? problem) => new(problem?.Text, problem is SameFileAlready, problem is StoreIsBusy);

    private static async Task<IReadOnlyList<Listed>?> ListAsync(Stream body, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        await body.ReadExactlyAsync(length, ct);
        if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and <= LargestList and var size))
        {
            return null;
        }
        var text = new byte[size];
        await body.ReadExactlyAsync(text, ct);
        try
        {
            return
                JsonSerializer.Deserialize<List<Listed>>(text, JsonSerializerOptions.Web) is { Count: <= ContentRules.MostFiles } list
                && list.TrueForAll(f => f is { Name: not null, Size: >= 0 and <= (int)LargestBody })
                ? list
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
