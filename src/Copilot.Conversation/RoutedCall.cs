using System.Text.Json.Nodes;

namespace Copilot.Conversation;

/// <summary>A call the rule planner would make.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record RoutedCall(string Name, JsonObject Arguments);
