using Disclosure.Bench;

// Measures, never asserts: dotnet run -c Release --project bench/Disclosure.Bench [save] [upload] [pdf] [pages] [ledger] [catalogue] [scan]
// [search] [archive] [examine] [waiting] [line]
// … catalogue FOLDER also leaves the files there.
// Kills a working process again and again and looks at what it leaves: … crash [times]; exits 1 when anything acknowledged is lost.
if (args is ["crash-child", var folder])
{
    await CrashChild.RunAsync(folder);
    return 0;
}
if (args is ["crash", ..])
{
    return await CrashBench.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 25) ? 0 : 1;
}
var chosen =
    args.Length == 0
        ? ["save", "upload", "pdf", "pages", "ledger", "catalogue", "scan", "search", "archive", "examine", "waiting", "line"]
        : args;
if (chosen.Contains("save"))
{
    await SaveBench.RunAsync();
}
if (chosen.Contains("upload"))
{
    await UploadBench.RunAsync();
}
if (chosen.Contains("pdf"))
{
    PdfBench.Run();
}
if (chosen.Contains("pages"))
{
    await PageBench.RunAsync();
}
if (chosen.Contains("ledger"))
{
    await LedgerBench.RunAsync();
}
if (chosen.Contains("catalogue"))
{
    await CatalogueBench.RunAsync(args is ["catalogue", var into] ? into : null);
}
if (chosen.Contains("scan"))
{
    ScanBench.Run();
}
if (chosen.Contains("search"))
{
    await SearchBench.RunAsync();
}
if (chosen.Contains("archive"))
{
    await ArchiveBench.RunAsync();
}
if (chosen.Contains("examine"))
{
    await ExamineBench.RunAsync();
}
if (chosen.Contains("waiting"))
{
    await WaitingBench.RunAsync();
}
if (chosen.Contains("line"))
{
    await LineBench.RunAsync();
}
return 0;
