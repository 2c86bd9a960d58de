using Disclosure.Bench;

// Measures, never asserts: dotnet run -c Release --project bench/Disclosure.Bench [save] [upload] [pdf]
var chosen = args.Length == 0 ? ["save", "upload", "pdf"] : args;
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
