using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>
/// Hands every piece to every inspector. Once closed it lets nothing more in: a reader whose time is over may still be running on its own
/// thread, and must not write into what is already being judged.
/// </summary>
internal sealed class InspectorSink(IReadOnlyList<Inspector> inspectors) : IContentSink, IDisposable
{
    private readonly Lock gate = new();
    private bool closed;

    /// <inheritdoc/>
    public void Passage(Passage passage) => Each(i => i.Passage(passage));

    /// <inheritdoc/>
    public void BeginTable(TableSource table) => Each(i => i.BeginTable(table));

    /// <inheritdoc/>
    public void Row(CellRow row) => Each(i => i.Row(row));

    /// <inheritdoc/>
    public void EndTable(TableEnd end) => Each(i => i.EndTable(end));

    /// <inheritdoc/>
    public void Observe(Observation observation) => Each(i => i.Observe(observation));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
        }
    }

    private void Each(Action<Inspector> hand)
    {
        lock (gate)
        {
            if (closed)
            {
                throw new OperationCanceledException();
            }
            foreach (var inspector in inspectors)
            {
                hand(inspector);
            }
        }
    }
}

/// <summary>Hands on what a file inside a file holds, with the names that lead to it.</summary>
internal sealed class Within(IContentSink outer, IReadOnlyList<string> inside) : IContentSink
{
    /// <inheritdoc/>
    public void Passage(Passage passage) => outer.Passage(passage with { Place = At(passage.Place) });

    /// <inheritdoc/>
    public void BeginTable(TableSource table) => outer.BeginTable(table with { Place = At(table.Place) });

    /// <inheritdoc/>
    public void Row(CellRow row) => outer.Row(row);

    /// <inheritdoc/>
    public void EndTable(TableEnd end) => outer.EndTable(end);

    /// <inheritdoc/>
    public void Observe(Observation observation) => outer.Observe(observation with { Place = At(observation.Place) });

    private Place At(Place place) => place with { Inside = [.. inside, .. place.Inside] };
}
