using Xunit;

namespace Disclosure.Tests.Web.Commands;

public sealed class VerbsTests
{
    [Theory]
    [InlineData("unbekannt")]
    [InlineData("backup")]
    [InlineData("forms", "--blank", "--sample", "anywhere")]
    [InlineData("create-admin", "--name", "某人")]
    [InlineData("create-admin", "--duty", "editor")]
    [InlineData("examine")]
    public void AWrongCall_ExitsWithTwo(params string[] args) => Assert.Equal(2, Run(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("verify", "--help")]
    [InlineData("examine", "--rules")]
    [InlineData("examine", "there-is-no-such-file.docx")]
    public void Help_ExitsWithZero(params string[] args) => Assert.Equal(0, Run(args));

    [Fact]
    public void AStore_IsMadeVerifiedAndSaved()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-verbs").FullName;
        try
        {
            string[] at = ["--data", Path.Combine(folder, "data")];
            Assert.Equal(1, Run(["verify", .. at]));
            Assert.Equal(0, Run(["create-admin", .. at]));
            Assert.Equal(1, Run(["create-admin", .. at]));
            Assert.Equal(0, Run(["verify", .. at]));
            Assert.Equal(0, Run(["backup", Path.Combine(folder, "copy.db"), .. at]));
            Assert.Equal(1, Run(["backup", Path.Combine(folder, "copy.db"), .. at]));
            Assert.Equal(1, Run(["demo", .. at]));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Run(params string[] args) => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args])!;
}
