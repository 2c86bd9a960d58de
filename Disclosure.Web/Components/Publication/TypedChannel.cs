using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Publication;

/// <summary>Publication on one channel as it is being typed; the time in the bureau's own.</summary>
public sealed class TypedChannel(Channel channel, DateTime at)
{
    /// <summary>The channel.</summary>
    public Channel Channel { get; } = channel;

    /// <summary>True when it was published there.</summary>
    public bool Published { get; set; }

    /// <summary>Address, ISBN or place.</summary>
    public string Place { get; set; } = "";

    /// <summary>Local wall-clock time.</summary>
    public DateTime At { get; set; } = new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0);

    /// <summary>As the service takes it.</summary>
    public ChannelEntry ToEntry() => new(Channel, Place.Trim(), BureauTime.ToUtc(At));
}
