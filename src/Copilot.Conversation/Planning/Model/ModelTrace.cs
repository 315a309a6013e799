using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Keeps account of what a turn asked of models: requests, tokens, prompts, masks, faults.</summary>
internal sealed class ModelTrace
{
    private readonly JsonArray _requests = [];
    private readonly JsonArray _refused = [];
    private readonly JsonArray _marked = [];
    private readonly Dictionary<string, RenderedPrompt> _prompts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MaskedText> _masks = new(StringComparer.Ordinal);
    private string? _currency;

    /// <summary>Gets what was used in all. Costs in another currency than the first one's stand with their requests only.</summary>
    public TurnUsage Usage { get; private set; } = new();

    /// <summary>Gets or sets how many steps of look-ups were made.</summary>
    public int Steps { get; set; }

    /// <summary>Gets or sets what the budget allowed.</summary>
    public ModelAllowance Allowance { get; set; } = new(AllowanceLevel.Full, null);

    /// <summary>Gets or sets the signs of steering found in text from outside.</summary>
    public IReadOnlyCollection<string> Signals { get; set; } = [];

    /// <summary>Gets a value indicating whether a model was asked.</summary>
    public bool HasAny => _requests.Count > 0;

    /// <summary>Notes a prompt that was used.</summary>
    public RenderedPrompt Used(RenderedPrompt prompt) => _prompts[prompt.Name] = prompt;

    /// <summary>Notes a mask that was opened.</summary>
    public void Masked(string model, MaskedText mask) => _masks[model] = mask;

    /// <summary>Notes a call that was refused before the guard was asked: an unknown tool, wrong arguments, the same call again.</summary>
    public void Refused(string tool, string reason) => _refused.Add(new JsonObject { ["tool"] = tool, ["reason"] = reason });

    /// <summary>Notes a sentence that came without its mark and got one because a single source holds it.</summary>
    public void MarkAdded(string sentence, IReadOnlyList<string> evidence)
        => _marked.Add(new JsonObject { ["sentence"] = sentence, ["evidence"] = new JsonArray([.. evidence.Select(e => (JsonNode)e)]) });

    /// <summary>Notes a request and what it used.</summary>
    public void Asked(ChatModel model, string purpose, UsageDetails usage, bool isEstimated, long durationMs, ChatModelFault? fault)
    {
        var cost = model.CostOf(usage);
        var input = (int)(usage.InputTokenCount ?? 0);
        var output = (int)(usage.OutputTokenCount ?? 0);
        _currency ??= cost > 0 ? model.Currency : null;
        Usage = Usage with
        {
            InputTokens = Usage.InputTokens + input,
            OutputTokens = Usage.OutputTokens + output,
            Cost = Usage.Cost + (cost > 0 && _currency == model.Currency ? cost : 0),
            Currency = _currency ?? model.Currency,
        };
        _requests.Add(new JsonObject
        {
            ["model"] = model.Name,
            ["purpose"] = purpose,
            ["inputTokens"] = input,
            ["outputTokens"] = output,
            ["estimated"] = isEstimated,
            ["cost"] = cost,
            ["currency"] = model.Currency,
            ["durationMs"] = durationMs,
            ["fault"] = fault?.ToString(),
        });
    }

    /// <summary>Describes it for the audit.</summary>
    public JsonObject Describe() => new()
    {
        ["allowance"] = Allowance.Level.ToString(),
        ["allowanceReason"] = Allowance.Reason,
        ["steps"] = Steps,
        ["requests"] = _requests.DeepClone(),
        ["refusedCalls"] = _refused.DeepClone(),
        ["marksAdded"] = _marked.DeepClone(),
        ["prompts"] = new JsonArray([.. _prompts.Values.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (JsonNode)new JsonObject { ["name"] = p.Name, ["version"] = p.Version, ["hash"] = p.Hash })]),
        ["masked"] = new JsonObject(_masks.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)new JsonObject(m.Value.Counts.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)))))),
        ["signals"] = new JsonArray([.. Signals.Order(StringComparer.Ordinal).Select(s => (JsonNode)s)]),
    };
}
