using Copilot.Contracts;

namespace Copilot.Governance.Policies;

/// <summary>What the rules are asked: may this caller make this call in this turn?</summary>
internal sealed record PolicyQuestion(Caller Caller, ToolDefinition Tool, ToolCall Call, IReadOnlyList<string> Signals);
