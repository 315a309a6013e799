namespace Copilot.Documents.Desk;

/// <summary>Something that happened to a document.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it; <c>the desk</c> for what happened by itself.</param>
/// <param name="What">What: <c>arrived</c>, <c>came_again</c>, <c>read</c>, <c>put_off</c>, <c>failed</c>, <c>corrected</c>, <c>confirmed</c>, <c>rejected</c>, <c>asked_again</c>.</param>
/// <param name="Detail">More about it, or null.</param>
public sealed record DeskEvent(DateTimeOffset At, string Who, string What, string? Detail)
{
    /// <summary>The name of what happens by itself.</summary>
    internal const string Desk = "the desk";
}
