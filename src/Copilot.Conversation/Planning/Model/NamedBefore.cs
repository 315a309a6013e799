using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Planning.Model;

/// <summary>
/// Finds arguments that a model made up: a customer, product or code of the business that neither the question nor the conversation nor a result named. An answer about
/// somebody else can be true in every word and wrong all the same.
/// </summary>
internal static class NamedBefore
{
    private const int Shortest = 3;

    /// <summary>Finds the first argument that names a thing of the business nobody spoke of, or null.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">The arguments, checked.</param>
    public static string? Invented(RunningTurn turn, ToolDefinition tool, JsonObject arguments)
    {
        HashSet<string>? spoken = null;
        foreach (var value in tool.Parameters.Where(p => p.Slot is >= SlotKind.Customer and <= SlotKind.Lot).SelectMany(p => Texts(arguments[p.Name])).Where(v => IsOfBusiness(turn, v)))
        {
            spoken ??= Spoken(turn);
            var words = Words(value);
            if (words.Count > 0 && !words.Any(w => spoken.Contains(w) || spoken.Any(s => IsLike(s, w))))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Says whether a value is the name of a thing the business has; words of everyday life find what they find.</summary>
    private static bool IsOfBusiness(RunningTurn turn, string value)
        => turn.Input!.Names.Entities.Any(e => string.Equals(e.Canonical, value, StringComparison.OrdinalIgnoreCase) || string.Equals(e.Name, value, StringComparison.OrdinalIgnoreCase));

    private static HashSet<string> Spoken(RunningTurn turn)
    {
        var texts = new List<string> { turn.Request.Question };
        texts.AddRange(turn.Recent.SelectMany(t => new[] { t.Turn.Question, t.Turn.Answer }));
        texts.AddRange(turn.Plan!.Steps.SelectMany(s => s.Arguments).SelectMany(a => Texts(a.Value)));
        texts.AddRange(turn.Plan.Memo.Things.SelectMany(t => new[] { t.Canonical, t.Name }));
        texts.AddRange(turn.Input!.Names.Entities.Where(e => e.Record is not null && e.Record == turn.Request.Focus).SelectMany(e => new[] { e.Canonical, e.Name }));
        texts.AddRange(turn.Calls.SelectMany(c => c.Result.Findings).Select(f => f.Text));
        texts.AddRange(turn.Calls.SelectMany(c => c.Result.Evidence).SelectMany(e => e.Facts.Select(f => f.Value).Append(e.Title).Append(e.Excerpt)));
        return [.. texts.SelectMany(Words)];
    }

    private static List<string> Words(string text) => [.. QuestionText.WordsOf(text).Select(w => w.Text).Where(w => w.Length >= Shortest || w.Any(char.IsAsciiDigit))];

    /// <summary>People misspell; models put it right.</summary>
    private static bool IsLike(string spoken, string word)
        => spoken.Length > Shortest && word.Length > Shortest && !word.Any(char.IsAsciiDigit)
            && (spoken.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(spoken, StringComparison.Ordinal) || EditDistance.Within(spoken, word, word.Length > 6 ? 2 : 1) <= (word.Length > 6 ? 2 : 1));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
