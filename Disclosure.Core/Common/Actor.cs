namespace Disclosure.Core.Common;

/// <summary>
/// Who acts, handed in by the page or endpoint the person came through; duties are not part of it, they are read from the store in every
/// command.
/// </summary>
/// <param name="StaffId">Key of the staff record.</param>
/// <param name="Name">Name as signed.</param>
/// <param name="Address">Network address the request came from.</param>
public sealed record Actor(int StaffId, string Name, string Address)
{
    /// <summary>The program itself, for entries nobody asked for (start-up, sweeps).</summary>
    public static readonly Actor System = new(0, "系统", "本机");
}
