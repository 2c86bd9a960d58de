namespace Disclosure.Core.Common;

/// <summary>Either a value or the Problem that stood in its way; never both.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Problem? problem)
    {
        this.value = value;
        Problem = problem;
    }

    /// <summary>The refusal, or null when it went well.</summary>
    public Problem? Problem { get; }

    /// <summary>True when there is a value.</summary>
    public bool Ok => Problem is null;

    /// <summary>The value; asking for it after a refusal is a bug and throws.</summary>
    public T Value => Ok ? value! : throw new InvalidOperationException($"A refused outcome has no value: {Problem}");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}

/// <summary>Stands for "done" where an operation has nothing to hand back.</summary>
public sealed record Done
{
    /// <summary>The one value.</summary>
    public static readonly Done It = new();
}
