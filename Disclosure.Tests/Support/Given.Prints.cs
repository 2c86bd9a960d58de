using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Tests.Core.Forms;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>Address on printed codes.</summary>
    public const string Site = "http://tjj.example.cn:5080/";

    /// <summary>Registers a printing; answers its number.</summary>
    public async Task<int> PrintAsync(int id, string who = "gongye.editor", PrintChoice? choice = null) =>
        Must(await TryPrintAsync(id, who, choice));

    /// <summary>The same, with the refusal.</summary>
    public Task<Outcome<int>> TryPrintAsync(int id, string who = "gongye.editor", PrintChoice? choice = null) =>
        Get<PrintService>().RegisterAsync(id, choice ?? PrintChoice.FormOnly, Site, Guid.NewGuid(), By(who), Now);

    /// <summary>The one printing as a reader sees it.</summary>
    public async Task<PrintRow> PrintedAsync(int id, int number, string who = "office.1") =>
        (await Get<PrintQueries>().OfItemAsync(id, By(who), Now)).Single(p => p.Number == number);

    /// <summary>Enters where the paper of a printing is.</summary>
    public Task<Outcome<Done>> PutAsync(int id, int number, string who, OriginalPlace to, string box = "2026-03", string note = "误打") =>
        Get<OriginalService>().EnterAsync([new PrintKey(id, number)], new OriginalEntry(to, box, note), Guid.NewGuid(), By(who), Now);

    /// <summary>What stood on a printing.</summary>
    public async Task<Disclosure.Core.Forms.FormSheet> SheetAsync(int id, int number) =>
        KeptSheet.Unpack((await ReadAsync(db => db.PrintedSheets.FirstAsync(p => p.SubmissionId == id && p.Number == number))).Packed);

    /// <summary>A scan of a printing, as if it had been taken in; answers its key.</summary>
    public async Task<int> ScannedAsync(int id, int number, int file) =>
        Must(
            await Get<WriteGate>()
                .WriteAsync<int>(async db =>
                {
                    var scan = new SignedSheet
                    {
                        SubmissionId = id,
                        PrintNumber = number,
                        FileId = file,
                        Match = SheetMatch.Hand,
                        StaffId = people["office.1"].Id,
                        StaffName = "office.1",
                        At = Now,
                    };
                    db.SignedSheets.Add(scan);
                    await db.SaveChangesAsync();
                    return scan.Id;
                })
        );

    /// <summary>A printing as it comes from the scanner, PNG.</summary>
    public async Task<byte[]> ScanOfAsync(int id, int number, string who = "gongye.editor") =>
        Picture(Must(await Get<PrintService>().DrawAsync(id, number, By(who), Now)).Pdf);

    /// <summary>The first page of a PDF at 150 dpi, PNG.</summary>
    public static byte[] Picture(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"scan-{Guid.NewGuid():N}");
        try
        {
            FormPrinting.Run("pdftoppm", pdf, "-r", "150", "-png", "-f", "1", "-singlefile", "{0}", file);
            return File.ReadAllBytes(file + ".png");
        }
        finally
        {
            File.Delete(file + ".png");
        }
    }

    /// <summary>Uploads a picture for an item as the page does; answers the key of the upload.</summary>
    public async Task<Guid> UploadSheetAsync(byte[] picture, int id, string who)
    {
        var (owner, blobs) = (people[who].Id, Get<BlobStore>());
        var upload = Must(await blobs.StartAsync("签字页.png", picture.Length, owner, SignedSheet.UploadPurpose(id)));
        Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(picture)));
        return upload;
    }

    /// <summary>Uploads a picture and has it taken in.</summary>
    public async Task<Outcome<TakenSheet>> TakeAsync(byte[] picture, string who, int item) =>
        await Get<SignedSheetService>().TakeAsync(await UploadSheetAsync(picture, item, who), item, null, By(who), Now);

    /// <summary>What the audit chain says of an item's acts of one kind, oldest first.</summary>
    public Task<List<string>> AuditOfAsync(int id, string action) =>
        ReadAsync(db =>
            db.Audit.Where(e => e.SubmissionId == id && e.Action == action).OrderBy(e => e.Seq).Select(e => e.Detail).ToListAsync()
        );

    /// <summary>A signature with a thick pen on white paper, as PNG.</summary>
    public static byte[] Signature(int seed = 0)
    {
        using var bitmap = new SKBitmap(600, 260);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var pen = new SKPaint
        {
            Color = SKColors.Black,
            StrokeWidth = 9,
            IsAntialias = true,
        };
        canvas.DrawLine(120, 60 + seed, 300, 200, pen);
        canvas.DrawLine(300, 200, 470, 80 + seed, pen);
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
