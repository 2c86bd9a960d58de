using System.Collections.Concurrent;

namespace Disclosure.Core.Submissions;

/// <summary>
/// Tells open pages that an item has changed, after the change is committed. Carries no content: the page reads again, under its own
/// rights.
/// </summary>
public sealed class ItemNews
{
    private readonly ConcurrentDictionary<Guid, Action<int>> listeners = new();

    /// <summary>Calls <paramref name="changed"/> with the key of every item that changes, until disposed.</summary>
    public IDisposable Listen(Action<int> changed)
    {
        var key = Guid.NewGuid();
        listeners[key] = changed;
        return new Ear(() => listeners.TryRemove(key, out _));
    }

    /// <summary>Says that an item has changed.</summary>
    public void Tell(int itemId)
    {
        foreach (var listener in listeners.Values)
        {
            listener(itemId);
        }
    }

    private sealed class Ear(Action close) : IDisposable
    {
        public void Dispose() => close();
    }
}
