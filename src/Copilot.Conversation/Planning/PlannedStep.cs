using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Conversation.Planning;

/// <summary>One call that the planner wants.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="About">What it is about, for people: the mentioned thing, or null.</param>
/// <param name="Score">How sure the planner is, 0 to 1.</param>
internal sealed record PlannedStep(ToolDefinition Tool, JsonObject Arguments, string? About, double Score)
{
    /// <summary>Gets a value indicating whether this is a try: nothing is said of it unless it finds an answer.</summary>
    public bool Tentative { get; init; }
}
