using System.Text.Json.Nodes;

namespace Copilot.Contracts;

/// <summary>One look-up of a turn, as clients see it.</summary>
public sealed record ToolCallRecord
{
    /// <summary>Gets the tool's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the arguments it was called with.</summary>
    public required JsonObject Arguments { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required ToolOutcome Outcome { get; init; }

    /// <summary>Gets how long it took, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>Gets the marks of the cited sources it gave.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
