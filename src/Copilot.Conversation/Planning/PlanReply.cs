namespace Copilot.Conversation.Planning;

/// <summary>What the planner says instead of, or beside, looking something up.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The question back or the words the kind needs; outside text may stand in it.</param>
internal sealed record PlanReply(ReplyKind Kind, string Text = "")
{
    /// <summary>Gets the tools that come nearest to what was asked, the nearest first.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];
}
