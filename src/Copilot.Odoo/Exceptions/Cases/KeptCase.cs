using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>A case over time.</summary>
internal sealed record KeptCase
{
    public required string Id { get; init; }

    public required string Tenant { get; init; }

    public required FoundCase Found { get; init; }

    public required ExceptionState State { get; init; }

    public required double Score { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was found last; kept in a column of its own.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When it became news: found first, found again, or much graver than before.</summary>
    public required DateTimeOffset NewsAt { get; init; }

    /// <summary>The score when it became news last.</summary>
    public required double NewsScore { get; init; }

    /// <summary>Why it was dismissed, or how it was resolved.</summary>
    public string? Reason { get; init; }

    /// <summary>The name of who said where it stands; null for the watch itself.</summary>
    public string? SettledBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Whether the last scan of its kind did not find it any more.</summary>
    public bool Gone { get; init; }

    /// <summary>How often it came.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What was proposed for it, the oldest first.</summary>
    public IReadOnlyList<CaseProposal> Proposals { get; init; } = [];

    /// <summary>How it ended: <c>accepted</c> when a proposed action was done, <c>overridden</c> when people settled it otherwise, <c>passed</c> when it went by itself; null while it is open.</summary>
    public string? Outcome { get; init; }

    public bool IsOpen => State is ExceptionState.New or ExceptionState.Seen or ExceptionState.Acting;

    /// <summary>How long it was open, from when it came to when it ended; null while it is open.</summary>
    public TimeSpan? OpenFor => SettledAt is { } end && !IsOpen ? end - NewsAt : null;
}
