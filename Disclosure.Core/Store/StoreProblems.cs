using Disclosure.Core.Common;
using Microsoft.Data.Sqlite;

namespace Disclosure.Core.Store;

/// <summary>The database file cannot be written: read-only, or no permission. Nothing was changed.</summary>
public sealed record StoreIsReadOnly() : Problem("数据库文件不可写入，本次操作没有保存，请系统管理员检查数据文件夹的权限。");

/// <summary>The disk answered with an error. Nothing was changed.</summary>
public sealed record StoreDeviceFailed() : Problem("服务器读写磁盘出错，本次操作没有保存，请立即联系系统管理员。");

/// <summary>The database file is damaged. Nothing was changed.</summary>
public sealed record StoreIsDamaged() : Problem("数据库文件已损坏，本次操作没有保存，请停止使用并联系系统管理员从备份恢复。");

/// <summary>Another server works on the same data folder.</summary>
public sealed record AlreadyRunning() : Problem("本系统已在该数据文件夹上运行，请先停止正在运行的服务，再执行本操作。");

/// <summary>Another process is changing the tables.</summary>
public sealed record MigrationUnderWay() : Problem("另一个程序正在升级数据库，请等它完成后再启动。");

/// <summary>A restore was cut between its two renames; starting now would create an empty store.</summary>
public sealed record RestoreUnfinished() : Problem("上次恢复没有完成，数据库尚未就位，请重新执行 restore 命令后再启动。");

/// <summary>A store was in use here and is gone or empty; beginning a new one in its place would pass for a new bureau.</summary>
/// <param name="Folder">The data folder.</param>
public sealed record StoreIsMissing(string Folder)
    : Problem(
        $"数据文件夹 {Folder} 中有密钥或审计锚点，数据库却不存在或是空的：请把数据库文件放回原处，或用 restore 命令恢复备份；"
            + $"确实是新单位的，请另用空的数据文件夹。"
    );

/// <summary>A newer version of the program has changed the tables; this one would not know what they mean.</summary>
/// <param name="Migration">Name of the first change this version does not know.</param>
public sealed record StoreIsNewer(string Migration)
    : Problem($"数据库已由较新版本的程序升级（{Migration}），本版本不能打开，请换用较新的版本。");

/// <summary>SQLite is older than the first version that does not corrupt a WAL store.</summary>
/// <param name="Version">Version found.</param>
public sealed record SqliteTooOld(string Version) : Problem($"SQLite 版本 {Version} 过旧，可能损坏数据，须使用 3.51.3 或更高版本。");

/// <summary>A connection setting did not take.</summary>
/// <param name="Name">SQLite's name of the setting.</param>
/// <param name="Wanted">Value it must have.</param>
/// <param name="Found">Value it has.</param>
public sealed record SettingNotTaken(string Name, string Wanted, string Found)
    : Problem($"数据库设置 {Name} 应为 {Wanted}，实际为 {Found}，系统不能启动。");

/// <summary>Less free disk than the reserve.</summary>
/// <param name="Free">Bytes free.</param>
/// <param name="Reserve">Bytes that must stay free.</param>
public sealed record DiskBelowReserve(long Free, long Reserve)
    : Problem($"服务器磁盘仅剩 {Free >> 20} MB，低于预留的 {Reserve >> 20} MB，暂不能上传文件，请联系系统管理员清理磁盘。");

/// <summary>The integrity check found damage.</summary>
/// <param name="Finding">First line of SQLite's report.</param>
public sealed record IntegrityBroken(string Finding) : Problem($"数据库完整性检查未通过（{Finding}），请停止使用并从备份恢复。");

/// <summary>A backup must never replace a file.</summary>
public sealed record BackupWouldOverwrite() : Problem("备份目标文件已存在，为避免覆盖没有备份，请换一个文件名。");

/// <summary>The backup could not be written: folder missing, no permission or disk full.</summary>
public sealed record BackupNotWritten() : Problem("备份文件无法写入，请检查目标文件夹是否存在、是否可写、空间是否足够。");

/// <summary>The file handed to restore is missing, damaged or not of this system.</summary>
public sealed record NotABackup() : Problem("该文件不存在、已损坏或不是本系统的备份，没有恢复，现有数据未变动。");

/// <summary>Someone still reads an older state of the store, so the log cannot be emptied yet.</summary>
public sealed record LogStillInUse() : Problem("仍有人在读取数据库，残留数据尚未清理完毕，请稍后再试。");

/// <summary>Turns an error of the driver into the refusal it stands for.</summary>
internal static class SqliteErrors
{
    /// <summary>The refusal, or null when the error is a bug (a constraint, a wrong statement).</summary>
    public static Problem? Refusal(Exception e) =>
        (e as SqliteException ?? e.InnerException as SqliteException)?.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new StoreIsBusy(),
            SQLitePCL.raw.SQLITE_FULL => new StoreIsFull(),
            SQLitePCL.raw.SQLITE_IOERR => new StoreDeviceFailed(),
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => new StoreIsReadOnly(),
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new StoreIsDamaged(),
            _ => null,
        };
}
