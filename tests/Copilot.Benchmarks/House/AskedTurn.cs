using Copilot.Contracts;

namespace Copilot.Benchmarks.House;

/// <summary>A turn with its times in milliseconds from the question.</summary>
internal sealed record AskedTurn
{
    /// <summary>Until the first event.</summary>
    public double? First { get; init; }

    /// <summary>Until the first words of the answer.</summary>
    public double? Words { get; init; }

    /// <summary>Until the last event.</summary>
    public double Whole { get; init; }

    public Turn? Turn { get; init; }
}
