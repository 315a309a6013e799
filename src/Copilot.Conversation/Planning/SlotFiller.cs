using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Dates;
using Copilot.Conversation.Mentions;

namespace Copilot.Conversation.Planning;

/// <summary>Fills a tool's parameters by their slots. Knows kinds of slots, not tools.</summary>
internal static class SlotFiller
{
    private const int MostCalls = 4;
    private const double Indistinct = 0.06;

    /// <summary>Fills the parameters.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="clause">What was recognised in the clause.</param>
    /// <param name="near">Things that the clause may take from its surroundings, the nearest first: for what it must have, and with <paramref name="borrows"/> for anything.</param>
    /// <param name="borrows">Whether the clause points at its surroundings ("their", "that order").</param>
    /// <param name="focused">Whether a record is in view, which the tool can take for what is missing.</param>
    public static FilledSlots Fill(ToolDefinition tool, Understanding clause, IReadOnlyList<(SlotKind Kind, string Canonical, string Name)> near, bool borrows, bool focused)
    {
        var common = new JsonObject();
        SlotKind? missing = null;
        (SlotKind, IReadOnlyList<MentionCandidate>)? ambiguous = null;
        var fan = new List<(string Parameter, string Canonical, string Name)>();
        string? about = null;
        var used = new HashSet<Mention>();
        foreach (var parameter in tool.Parameters.OrderBy(p => p.Required ? 0 : 1))
        {
            if (IsName(parameter))
            {
                var mentions = clause.Mentions.Where(m => !used.Contains(m) && m.Of(parameter.Slot).Count > 0 && (m.Kind == parameter.Slot || !tool.Parameters.Any(p => p.Slot == m.Kind))).ToList();
                used.UnionWith(mentions);
                if (parameter.Slot == SlotKind.Category && tool.Parameters.Any(p => p.Slot == SlotKind.Product) && clause.Mentions.Any(m => m.Kind == SlotKind.Product))
                {
                    // "6204 bearings": the product says it all.
                    continue;
                }

                var distinct = mentions.Select(m => m.Of(parameter.Slot)).ToList();
                if (parameter.Slot != SlotKind.Product && distinct.Find(IsUnclear) is { } unclear)
                {
                    ambiguous ??= (parameter.Slot, unclear);
                }

                // A tool can search products by words, and asks back where it needs a single one.
                // One that searches any words has them in the question.
                var searches = tool.Parameters.Any(p => p.Slot == SlotKind.Question);
                var values = mentions.Zip(distinct).Where(p => !(searches && parameter.Slot == SlotKind.Product && IsUnclear(p.Second)))
                    .Select(p => IsUnclear(p.Second) && parameter.Slot == SlotKind.Product ? (Canonical: p.First.Said, Name: p.First.Said) : (p.Second[0].Canonical, p.Second[0].Name)).ToList();
                if (values.Count == 0 && (parameter.Required || borrows) && Borrowed(near, parameter.Slot, clause) is { Canonical: { } } borrowed)
                {
                    values.Add((borrowed.Canonical, borrowed.Name));
                }

                if (parameter.Type == ParameterType.TextList && values.Count > 0)
                {
                    common[parameter.Name] = new JsonArray([.. values.Select(v => (JsonNode)v.Canonical)]);
                    about ??= string.Join(", ", values.Select(v => v.Canonical));
                }
                else if (values.Count > 1 && fan.Count == 0)
                {
                    fan.AddRange(values.Distinct().Take(MostCalls).Select(v => (parameter.Name, v.Canonical, v.Name)));
                }
                else if (values.Count > 0)
                {
                    common[parameter.Name] = values[0].Canonical;
                    about ??= values[0].Canonical;
                }
                else if (parameter.Required && !focused)
                {
                    missing ??= parameter.Slot;
                }
            }
            else if (Value(parameter, tool, clause) is { } value)
            {
                common[parameter.Name] = value;
            }
            else if (parameter.Required && !focused)
            {
                missing ??= parameter.Slot;
            }
        }

        // "And the telephone number?" is that of whom was spoken of.
        if (tool.IsAboutOne && !focused && fan.Count == 0 && ambiguous is null && tool.Parameters.Where(IsName).All(p => common[p.Name] is null)
            && near.FirstOrDefault(t => tool.Parameters.Any(p => IsName(p) && p.Slot == t.Kind)) is { Canonical: { } } spoken)
        {
            common[tool.Parameters.First(p => IsName(p) && p.Slot == spoken.Kind).Name] = spoken.Canonical;
            about ??= spoken.Canonical;
        }

        return new FilledSlots { Calls = FanOut(common, fan, about), Missing = fan.Count > 0 && missing is { } m1 && tool.Parameters.Any(p => p.Slot == m1 && p.Name == fan[0].Parameter) ? null : missing, Ambiguous = ambiguous };
    }

    /// <summary>Reads the value of a parameter that is not a name.</summary>
    public static JsonNode? Value(ToolParameter parameter, ToolDefinition tool, Understanding clause)
    {
        var time = clause.Times.Count > 0 ? clause.Times[0] : null;

        // "On Friday" is a day; "by Friday" and "since Friday" are open periods wherever the tool knows periods.
        var byDay = time?.Day is not null && time.From == time.To && tool.Parameters.Any(p => p.Slot == SlotKind.Day);
        return parameter.Slot switch
        {
            SlotKind.Question => clause.Clause,
            SlotKind.PeriodStart => byDay ? null : Iso(time?.From),
            SlotKind.PeriodEnd => byDay ? null : Iso(time?.To),
            SlotKind.Day => Iso(byDay ? time!.Day : tool.Parameters.Any(p => p.Slot is SlotKind.PeriodStart or SlotKind.PeriodEnd) ? null : time?.To),
            SlotKind.Quantity => Number(parameter, clause.Amounts.FirstOrDefault(a => a.Kind == AmountKind.Quantity)),
            SlotKind.Money => Number(parameter, clause.Amounts.FirstOrDefault(a => a.Kind == AmountKind.Money) ?? clause.Amounts.FirstOrDefault(a => a.Kind == AmountKind.Plain)),
            SlotKind.Count => Number(parameter, clause.Amounts.FirstOrDefault(a => a.Kind == AmountKind.Count)),
            SlotKind.Choice => Choice(parameter, clause),
            SlotKind.Message => clause.Message,
            _ => null,
        };
    }

    /// <summary>The nearest of a kind, or the one whose name has words of the clause: "the large ones" are not the medium ones spoken of last.</summary>
    private static (SlotKind Kind, string Canonical, string Name) Borrowed(IReadOnlyList<(SlotKind Kind, string Canonical, string Name)> near, SlotKind slot, Understanding clause)
    {
        var said = clause.FreeWords.Select(w => w.Text).Where(w => w.Length > 2).ToHashSet(StringComparer.Ordinal);
        return near.Where(t => t.Kind == slot).OrderByDescending(t => Reading.QuestionText.WordsOf(t.Name).Count(w => said.Contains(w.Text))).FirstOrDefault();
    }

    private static List<(JsonObject Arguments, string? About)> FanOut(JsonObject common, List<(string Parameter, string Canonical, string Name)> fan, string? about)
    {
        if (fan.Count == 0)
        {
            return [(common, about)];
        }

        return fan.ConvertAll(f =>
        {
            var arguments = (JsonObject)common.DeepClone();
            arguments[f.Parameter] = f.Canonical;
            return (arguments, (string?)f.Canonical);
        });
    }

    private static bool IsName(ToolParameter parameter) => parameter.Slot < SlotKind.PeriodStart && parameter.Slot != SlotKind.Question;

    private static bool IsUnclear(IReadOnlyList<MentionCandidate> candidates) => candidates.Count > 1 && candidates[0].Score - candidates[1].Score < Indistinct;

    private static JsonNode? Choice(ToolParameter parameter, Understanding clause)
    {
        var text = " " + string.Join(' ', clause.Text.Words.Where(w => w.Start >= clause.Start && w.End <= clause.End).Select(w => w.Text)) + " ";
        text += LanguageGuess.ToEnglish(text) + " ";
        var said = parameter.Choices
            .Select(c => (c.Key, Words: c.Value.Append(c.Key.Replace('_', ' ')).Select(w => string.Join(' ', Reading.QuestionText.WordsOf(w).Select(x => x.Text)))
                .Where(w => w.Length > 0 && text.Contains(" " + w + " ", StringComparison.Ordinal)).MaxBy(w => w.Length)))
            .Where(c => c.Words is not null)
            .OrderByDescending(c => c.Words!.Length)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .ToList();
        if (said.Count == 0)
        {
            return null;
        }

        return parameter.Type switch
        {
            ParameterType.Flag => bool.TryParse(said[0].Key, out var flag) ? flag : null,
            ParameterType.WholeNumber => int.TryParse(said[0].Key, CultureInfo.InvariantCulture, out var whole) ? whole : null,

            // "The delivery address" asks for no other address.
            ParameterType.TextList => new JsonArray([.. said
                .Where(s => !said.Exists(o => o.Words!.Length > s.Words!.Length && $" {o.Words} ".Contains($" {s.Words} ", StringComparison.Ordinal)))
                .OrderBy(s => text.IndexOf($" {s.Words} ", StringComparison.Ordinal)).Select(s => (JsonNode)s.Key)]),
            _ => said[0].Key,
        };
    }

    private static JsonNode? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonNode? Number(ToolParameter parameter, Amount? amount) => amount is null ? null
        : parameter.Type switch
        {
            ParameterType.WholeNumber => (int)Math.Clamp(Math.Round(amount.Value), int.MinValue, int.MaxValue),
            ParameterType.Text => amount.Value.ToString(CultureInfo.InvariantCulture),
            _ => amount.Value,
        };
}
