using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>What waits for the office, oldest first.</summary>
    public Task<List<Withdrawal>> WaitingAsync() =>
        ReadAsync(db => db.Withdrawals.Where(w => w.Decision == null).OrderBy(w => w.Id).ToListAsync());

    /// <summary>The office confirms everything that waits.</summary>
    public async Task ConfirmAllAsync(string who = "office.1")
    {
        foreach (var row in await WaitingAsync())
        {
            Must(await Get<WithdrawalService>().DecideAsync(row.Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), By(who), Now));
        }
    }

    /// <summary>True when the UTF-8 bytes of a text stand anywhere in the data folder, in whatever file or folder.</summary>
    public async Task<bool> FolderHoldsAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.GetFiles(Options.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            if (all.GetBuffer().AsSpan(0, (int)all.Length).IndexOf(bytes) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
