using Copilot.Contracts;

namespace Copilot.Models;

/// <summary>How one chat model is doing, since the start of the program.</summary>
public sealed record ChatModelState
{
    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what it does, in the order of <see cref="ModelDuty"/>.</summary>
    public required IReadOnlyList<ModelDuty> Duties { get; init; }

    /// <summary>Gets a value indicating whether it runs inside the company.</summary>
    public required bool InHouse { get; init; }

    /// <summary>Gets a value indicating whether it may be asked now.</summary>
    public bool IsAvailable { get; init; }

    /// <summary>Gets until when it rests after failures, UTC; null when it doesn't.</summary>
    public DateTimeOffset? RestsUntil { get; init; }

    /// <summary>Gets how many answers are under way.</summary>
    public int Running { get; init; }

    /// <summary>Gets how many answers were whole.</summary>
    public long Answers { get; init; }

    /// <summary>Gets how many requests ended with a fault.</summary>
    public long Faults { get; init; }

    /// <summary>Gets the tokens sent, estimated ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the tokens received, estimated ones included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Gets the last fault; null when there was none.</summary>
    public ChatModelFault? LastFault { get; init; }

    /// <summary>Gets when that was, UTC.</summary>
    public DateTimeOffset? LastFaultAt { get; init; }

    /// <summary>Gets when the last whole answer was, UTC.</summary>
    public DateTimeOffset? LastAnswerAt { get; init; }
}
