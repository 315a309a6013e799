namespace Copilot.Contracts;

/// <summary>What a tool may know of the turn it runs in.</summary>
public sealed record ToolContext
{
    /// <summary>Gets who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Gets the turn.</summary>
    public required string TurnId { get; init; }

    /// <summary>Gets the question, for ranking what was found. Untrusted.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the moment the turn began, UTC; "today" is read from it in the caller's time zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Gets the record in view when the question was asked, if any.</summary>
    public RecordRef? Focus { get; init; }

    /// <summary>Gets the ids of the uploaded documents the question is about: its own, or those the conversation goes on with. Set by the pipeline, never by the question's words.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Gets the day it is for the caller.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(Caller.TimeZone)).DateTime);
}
