using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Running;

namespace Copilot.Conversation.Composing;

/// <summary>What a call was asked with, as values a sentence may repeat ("over €10,000", "by Fri 27 Nov").</summary>
internal static class Asked
{
    /// <summary>Gets the values.</summary>
    public static IReadOnlyList<Fact> Of(ExecutedCall call)
    {
        var facts = new List<Fact>();
        foreach (var parameter in call.Step.Tool.Parameters.Where(p => p.Slot is not (SlotKind.Question or SlotKind.Quantity)))
        {
            var values = call.Call.Arguments[parameter.Name] switch
            {
                JsonArray list => list.OfType<JsonValue>(),
                JsonValue value => [value],
                _ => [],
            };
            facts.AddRange(values.Select(v => new Fact(string.Empty, KindOf(parameter), Text(v))));
        }

        if (call.Result.Cut is { } cut)
        {
            facts.Add(new Fact("shown", FactKind.Number, cut.Shown.ToString(CultureInfo.InvariantCulture)));
            facts.Add(new Fact("in all", FactKind.Number, cut.Total.ToString(CultureInfo.InvariantCulture)));
        }

        return facts;
    }

    private static FactKind KindOf(ToolParameter parameter) => parameter.Slot switch
    {
        SlotKind.Money => FactKind.Money,
        SlotKind.Day or SlotKind.PeriodStart or SlotKind.PeriodEnd => FactKind.Date,
        SlotKind.Count => FactKind.Number,
        _ => FactKind.Text,
    };

    private static string Text(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
