using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>One thing that goes wrong, as one person may see it. The same trouble keeps its id however often it is found.</summary>
public sealed record ExceptionCase
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the kind: <c>late_receipt</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets a headline of a few words: "Late receipt P00017".</summary>
    public required string Title { get; init; }

    /// <summary>Gets what goes wrong, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets why, in one or two sentences.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets what it costs.</summary>
    public required ExceptionImpact Impact { get; init; }

    /// <summary>Gets how pressing it is, 0 to 100; by this cases are ranked and people told.</summary>
    public required double Score { get; init; }

    /// <summary>Gets how sure it is that this is one, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets the role that has to deal with it.</summary>
    public required string OwnerRole { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ExceptionState State { get; init; }

    /// <summary>Gets when it was found first, UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets when it was found last, UTC.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Gets the records, those it is about first.</summary>
    public required IReadOnlyList<ExceptionRecord> Records { get; init; }

    /// <summary>Gets what could be done, the best first.</summary>
    public required IReadOnlyList<ExceptionAction> Actions { get; init; }

    /// <summary>Gets why it was dismissed, or how it was resolved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
