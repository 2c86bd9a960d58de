using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Commands;

[Slow]
public sealed class VerbsTests
{
    [Theory]
    [InlineData("unbekannt")]
    [InlineData("backup")]
    [InlineData("forms", "--blank", "--sample", "anywhere")]
    [InlineData("create-admin", "--name", "某人")]
    [InlineData("create-admin", "--duty", "editor")]
    [InlineData("recover-admin")]
    [InlineData("examine")]
    public void AWrongCall_ExitsWithTwo(params string[] args) => Assert.Equal(2, Run(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("verify", "--help")]
    [InlineData("recover-admin", "--help")]
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
            Assert.Equal(1, Run(["recover-admin", "anquan", .. at]));
            Assert.Equal(0, Run(["create-admin", .. at]));
            Assert.Equal(1, Run(["create-admin", .. at]));
            Assert.Equal(1, Run(["recover-admin", "niemand", .. at]));
            Assert.Equal(0, Run(["recover-admin", "anquan", .. at]));
            // Nothing was anchored yet.
            Assert.Equal(3, Run(["verify", .. at]));
            using (Disclosure.Core.Store.RunningLock.Take(new() { DataFolder = Path.Combine(folder, "data") }).Value)
            {
                Assert.Equal(1, Run(["recover-admin", "anquan", .. at]));
            }
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

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void AStoreGoneFromBesideItsAnchorOrKeys_IsNoNewBureau_WhateverIsAsked(bool anchor, bool empty) =>
        InAFolder(
            (folder, at) =>
            {
                Assert.Equal(0, Run(["create-admin", .. at]));
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                var data = Path.Combine(folder, "data");
                Assert.Equal(0, Run(["backup", Path.Combine(folder, "copy.db"), .. at]));
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                foreach (var file in Directory.GetFiles(data, "disclosure.db*"))
                {
                    File.Delete(file);
                }
                if (empty)
                {
                    File.WriteAllBytes(Path.Combine(data, "disclosure.db"), []);
                }
                File.WriteAllText(
                    anchor ? Path.Combine(data, "audit-anchor.txt") : Path.Combine(data, "keys", "key-1.xml"),
                    "2026-11-23T02:00:00Z 1 ab\n"
                );

                foreach (
                    var verb in (string[][])
                        [
                            ["serve", "--urls", "http://127.0.0.1:0"],
                            ["migrate"],
                            ["create-admin"],
                            ["verify"],
                            ["backup", Path.Combine(folder, "other.db")],
                            ["demo"],
                        ]
                )
                {
                    Assert.Equal(1, Run([.. verb, .. at]));
                }
                Assert.Equal(empty, File.Exists(Path.Combine(data, "disclosure.db")));
                Assert.Equal(0, Run(["restore", Path.Combine(folder, "copy.db"), .. at]));
            }
        );

    [Fact]
    public void AStoreOfANewerVersion_IsRefused_WhateverIsAsked() =>
        InAFolder(
            (folder, at) =>
            {
                Assert.Equal(0, Run(["create-admin", .. at]));
                using (
                    var store = new Microsoft.Data.Sqlite.SqliteConnection(
                        $"Data Source={Path.Combine(folder, "data", "disclosure.db")};Pooling=false"
                    )
                )
                {
                    store.Open();
                    using var command = store.CreateCommand();
                    command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Later', '99.0.0')";
                    command.ExecuteNonQuery();
                }
                foreach (
                    var verb in (string[][])
                        [
                            ["serve", "--urls", "http://127.0.0.1:0"],
                            ["migrate"],
                            ["create-admin"],
                            ["verify"],
                            ["backup", Path.Combine(folder, "other.db")],
                            ["demo"],
                        ]
                )
                {
                    Assert.Equal(1, Run([.. verb, .. at]));
                }
            }
        );

    [Theory]
    [InlineData("migrate")]
    [InlineData("create-admin")]
    [InlineData("recover-admin", "anquan")]
    [InlineData("restore", "copy.db")]
    [InlineData("demo")]
    public void WhatAKillLeftInTheFolder_IsClearedByEveryVerbThatOpensTheStoreForWriting(params string[] verb) =>
        InAFolder(
            (folder, at) =>
            {
                var data = Path.Combine(folder, "data");
                Assert.Equal(0, Run(["create-admin", .. at]));
                Assert.Equal(0, Run(["backup", Path.Combine(folder, "copy.db"), .. at]));
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.CreateDirectory(Path.Combine(data, "examining"));
                string[] left =
                [
                    Path.Combine(data, $"copy.db.{Guid.NewGuid():N}.part"),
                    Path.Combine(data, "examining", "1.examining"),
                    Path.Combine(data, "disclosure.db.incoming"),
                ];
                foreach (var file in left)
                {
                    File.WriteAllText(file, "涉密");
                }

                // A service that runs has cleared at its own start, and what lies there now may be its own.
                using (Disclosure.Core.Store.RunningLock.Take(new() { DataFolder = data }).Value)
                {
                    Run([.. Named(verb, folder), .. at]);
                }
                Assert.All(left, f => Assert.True(File.Exists(f), f));
                Run([.. Named(verb, folder), .. at]);

                Assert.All(left, f => Assert.False(File.Exists(f), f));
            }
        );

    private static string[] Named(string[] verb, string folder) => [.. verb.Select(w => w == "copy.db" ? Path.Combine(folder, w) : w)];

    private static void InAFolder(Action<string, string[]> work)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-verbs").FullName;
        try
        {
            work(folder, ["--data", Path.Combine(folder, "data")]);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Run(params string[] args) => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args])!;
}
