using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Copilot.Conversation.Running;
using Copilot.Conversation.Tools;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Takes the calls that a model wants: refuses unknown tools, sends wrong arguments back, makes no call twice, and runs the rest: reads beside each other, writes one by one.</summary>
internal sealed class CallDesk(RunningTurn turn, PermittedCalls permitted, PromptLibrary prompts, ModelTrace trace, int mostCalls)
{
    private const int MostRepairs = 2;
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Gets how many calls may still be made.</summary>
    public int Left => Math.Max(0, mostCalls - _number);

    /// <summary>Says whether a tool was called wrongly so often that it is not offered again.</summary>
    public bool IsWithdrawn(ToolDefinition tool) => _faults.GetValueOrDefault(tool.Name) > MostRepairs;

    /// <summary>Takes the calls of one step.</summary>
    /// <param name="wanted">The calls, untrusted.</param>
    /// <param name="offered">The tools the model was shown.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>For each call what was made, or why it was not.</returns>
    public async Task<IReadOnlyList<(ExecutedCall? Made, string? Refusal)>> RunAsync(IReadOnlyList<(string Id, string Name, JsonObject? Arguments)> wanted, IReadOnlyList<ToolDefinition> offered, CancellationToken cancellationToken)
    {
        var results = new (Task<ExecutedCall>? Made, string? Refusal)[wanted.Count];
        for (var i = 0; i < wanted.Count; i++)
        {
            var (call, step, refusal) = Read(wanted[i], offered);
            if (call is null)
            {
                results[i] = (null, refusal);
                trace.Refused(ToolSchema.ToolName(wanted[i].Name), refusal!);
                continue;
            }

            var running = permitted.RunAsync(turn, step!, call, cancellationToken);
            results[i] = (running, null);
            if (step!.Tool.Writes)
            {
                await running;
            }
        }

        var made = new List<(ExecutedCall?, string?)>();
        foreach (var (running, refusal) in results)
        {
            made.Add((running is null ? null : await running, refusal));
        }

        return made;
    }

    private (ToolCall? Call, PlannedStep? Step, string? Refusal) Read((string Id, string Name, JsonObject? Arguments) wanted, IReadOnlyList<ToolDefinition> offered)
    {
        var name = ToolSchema.ToolName(wanted.Name);
        if (offered.FirstOrDefault(t => t.Name == name) is not { } tool)
        {
            return (null, null, "There is no such tool. There are: " + string.Join(", ", offered.Select(ToolSchema.WireName)) + ".");
        }

        var (arguments, fault) = ArgumentCheck.Check(tool, wanted.Arguments);
        if (arguments is null)
        {
            var faults = _faults[tool.Name] = _faults.GetValueOrDefault(tool.Name) + 1;
            return (null, null, faults > MostRepairs ? $"The call was not made: {fault} This tool can't be called again in this turn." : Repair(tool, fault!));
        }

        if (NamedBefore.Invented(turn, tool, arguments) is { } invented)
        {
            _faults[tool.Name] = _faults.GetValueOrDefault(tool.Name) + 1;
            return (null, null, $"The call was not made: “{invented}” stands neither in the question nor in the conversation nor in a result. Take names and codes from there, or ask for them.");
        }

        if (!_made.Add(tool.Name + arguments.ToJsonString()))
        {
            return (null, null, "This call was made before in this turn; its result stands above.");
        }

        if (Left == 0)
        {
            return (null, null, string.Create(CultureInfo.InvariantCulture, $"The call was not made: a turn may make {mostCalls} calls. Answer with what you have."));
        }

        _number++;
        var call = new ToolCall { Id = string.Create(CultureInfo.InvariantCulture, $"{turn.Request.TurnId}/m{_number}"), Tool = tool.Name, Arguments = arguments };
        return (call, new PlannedStep(tool, (JsonObject)arguments.DeepClone(), AboutOf(tool, arguments), 1), null);
    }

    private string Repair(ToolDefinition tool, string fault)
        => trace.Used(prompts.Render(PromptNeeds.Arguments, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tool"] = ToolSchema.WireName(tool),
            ["fault"] = fault,
            ["schema"] = ToolSchema.ParametersOf(tool).GetRawText(),
        })).Text;

    /// <summary>What the call is about, for people: the first named thing among its arguments.</summary>
    private static string? AboutOf(ToolDefinition tool, JsonObject arguments)
        => tool.Parameters.Where(p => p.Slot is >= SlotKind.Customer and <= SlotKind.Lot).Select(p => arguments[p.Name] is JsonValue v && v.TryGetValue<string>(out var text) ? text : null).FirstOrDefault(t => t is not null);
}
