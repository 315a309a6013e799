using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Policies;

/// <summary>What the rules are asked: may this caller make this call in this turn?</summary>
internal sealed record PolicyQuestion(Caller Caller, ToolDefinition Tool, ToolCall Call, IReadOnlyList<string> Signals)
{
    /// <summary>How risky the action is; null when nobody said, and for reading.</summary>
    public RiskClass? Risk { get; init; }

    /// <summary>The money at stake: what the tool found, else the largest sum among the arguments of a writing tool; null when none is named.</summary>
    public decimal? Amount => Exposed ?? (Tool.Writes ? Filling(SlotKind.Money).Select(Number).OfType<decimal>().Select(Math.Abs).Cast<decimal?>().Max() : null);

    /// <summary>The money at stake as the tool found it when it prepared the action; null before.</summary>
    public decimal? Exposed { get; init; }

    /// <summary>The companies that the call names.</summary>
    public IReadOnlyList<string> Companies => [.. Filling(SlotKind.Company).SelectMany(Texts)];

    private IEnumerable<JsonNode> Filling(SlotKind slot) => Tool.Parameters.Where(p => p.Slot == slot).Select(p => Call.Arguments[p.Name]).OfType<JsonNode>();

    private static decimal? Number(JsonNode value)
        => value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> Texts(JsonNode value)
        => value is JsonArray list ? list.OfType<JsonNode>().SelectMany(Texts) : value.GetValueKind() == JsonValueKind.String ? [value.GetValue<string>()] : [];
}
