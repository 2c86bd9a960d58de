using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;

namespace Disclosure.Tests.Web.Setup;

/// <summary>A process of its own finds what this one finds; what brings it down costs one file and no other.</summary>
[Slow]
public sealed class ExaminerProcessTests
{
    [Fact]
    public async Task AProcessOfItsOwn_FindsTheSame_AndLeavesNoCopyBehind()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("examining").FullName;
        await using (var process = new ExaminerProcess(folder))
        {
            foreach (
                var (name, file) in new[]
                {
                    ("a.txt", OfficeFiles.Utf8("机密★5年\n身份证11010519491231002X")),
                    (
                        "b.docx",
                        OfficeFiles.Docx(
                            "内部资料",
                            new[] { "项目", "金额（万元）" },
                            new[] { "甲", "*" },
                            new[] { "乙", "2" },
                            new[] { "合计", "9" }
                        )
                    ),
                }
            )
            {
                var own = await process.ExamineAsync(name, new MemoryStream(file, false), ExaminerSettings.Usual, ct);
                var here = await FileExaminer.ExamineAsync(name, new MemoryStream(file, false), ExaminerSettings.Usual, ct: ct);
                Assert.NotEmpty(own.Findings);
                Assert.Equal(here.ToJson(), own.ToJson());
            }
        }
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task WhatBringsTheProcessDown_IsAnswered_AndTheNextFileIsExamined()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("examining").FullName;
        await using var process = new ExaminerProcess(folder);
        var failed = await process.ExamineAsync(Path.Combine(folder, "gone.txt"), "gone.txt", ExaminerSettings.Usual, ct);
        Assert.Equal(CoverageState.NotExamined, failed.Coverage.State);
        var next = await process.ExamineAsync("a.txt", new MemoryStream(OfficeFiles.Utf8("机密★5年"), false), ExaminerSettings.Usual, ct);
        Assert.Contains(next.Findings, f => f.Rule == "M-01");
        Directory.Delete(folder, recursive: true);
    }
}
