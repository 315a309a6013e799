using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>Plans questions that lean on the turn before: exchanges a filter, narrows a list, asks why.</summary>
internal sealed class FollowUpPlanner(IntentRouter router, QuestionReader reader)
{
    private const double Sure = 0.9;

    /// <summary>Reads "the first one" as what stood first in the list just given.</summary>
    public Understanding WithChosen(Understanding question, Memo memo, PlanInput input)
    {
        if (FollowUp.PlaceInList(question) is not { } chosen)
        {
            return question;
        }

        var at = chosen.Place < 0 ? memo.Topics.Count - 1 : chosen.Place;
        if (at < 0 || at >= memo.Topics.Count)
        {
            return question;
        }

        var meant = reader.Read(input.Names, memo.Topics[at], input.Today).Mentions.Take(1).Select(m => m with { Start = chosen.Start, End = chosen.End });
        return question with { Mentions = [.. question.Mentions.Where(m => m.End <= chosen.Start || m.Start >= chosen.End), .. meant] };
    }

    /// <summary>Plans the follow-up; null when the question stands on its own or needs routing.</summary>
    public Plan? Plan(Understanding question, Memo memo, PlanInput input)
    {
        var calls = memo.Calls.Where(c => router.Knows(c.Tool)).ToList();
        if (calls.Count == 0)
        {
            return null;
        }

        if (memo.Offers && Dictated(question, calls) is { } dictated)
        {
            return Of(dictated);
        }

        if (FollowUp.AsksWhy(question) || (memo.Offers && FollowUp.Agrees(question)))
        {
            return Of([.. calls.Select(c => Step(c.Tool, c.Arguments))], wantsCauses: FollowUp.AsksWhy(question));
        }

        if (FollowUp.OnlyExchanges(question))
        {
            var steps = calls.ConvertAll(c => (Exchanged: Exchange(c, question, out var changed), Changed: changed)).FindAll(c => c.Changed);
            return steps.Count > 0 ? Of(Distinct(steps.ConvertAll(s => s.Exchanged))) : null;
        }

        return FollowUp.Narrows(question) ? Narrow(calls, question, memo) : null;
    }

    /// <summary>The words for an action that waits for nothing but them: "what shall it say?" – "Call back before noon".</summary>
    private List<PlannedStep>? Dictated(Understanding question, List<(string Tool, JsonObject Arguments)> calls)
    {
        if (calls is not [var call] || !router.Writes(call.Tool) || ActionWish.Asks(question.Text.Folded) || FollowUp.Agrees(question))
        {
            return null;
        }

        var tool = router.Tool(call.Tool);
        var missing = tool.Parameters.Where(p => p.Required && !call.Arguments.ContainsKey(p.Name)).ToList();
        if (missing is not [{ Slot: SlotKind.Message } words])
        {
            return null;
        }

        var arguments = (JsonObject)call.Arguments.DeepClone();
        arguments[words.Name] = question.Message ?? question.Text.Text;
        return [new PlannedStep(tool, arguments, About(tool, arguments), Sure)];
    }

    private Plan? Narrow(List<(string Tool, JsonObject Arguments)> calls, Understanding question, Memo memo)
    {
        var steps = new List<PlannedStep>();
        var notes = new List<string>();
        foreach (var call in calls)
        {
            var step = Exchange(call, question, out var changed);
            if (!changed && FollowUp.WantsBig(question))
            {
                changed = TakeBig(step, memo, notes);
            }

            if (changed)
            {
                steps.Add(step);
            }
        }

        return steps.Count > 0 && (FollowUp.WantsBig(question) || question.FreeWords.Count() <= 4) ? Of(Distinct(steps)) with { Notes = notes } : null;
    }

    /// <summary>Puts what the question names into the earlier call, in the place of what stood there.</summary>
    private PlannedStep Exchange((string Tool, JsonObject Arguments) call, Understanding question, out bool changed)
    {
        var tool = router.Tool(call.Tool);
        var arguments = (JsonObject)call.Arguments.DeepClone();
        changed = false;
        if (question.Times.Count > 0 && tool.Parameters.Any(p => IsTime(p.Slot)))
        {
            foreach (var parameter in tool.Parameters.Where(p => IsTime(p.Slot)))
            {
                arguments.Remove(parameter.Name);
            }
        }

        var filled = SlotFiller.Fill(tool, question, [], borrows: false, focused: true).Calls[0].Arguments;
        foreach (var parameter in tool.Parameters.Where(p => filled.ContainsKey(p.Name)))
        {
            if (parameter.Slot == SlotKind.Question)
            {
                if (tool.Parameters.All(p => p.Slot == SlotKind.Question || !filled.ContainsKey(p.Name)))
                {
                    arguments[parameter.Name] = $"{(string?)call.Arguments[parameter.Name]} – {question.Clause}";
                    changed = true;
                }

                continue;
            }

            arguments[parameter.Name] = filled[parameter.Name]?.DeepClone();
            changed = true;
        }

        return new PlannedStep(tool, arguments, About(tool, arguments), Sure);
    }

    /// <summary>"Big" is the upper half of the sums just listed, or the first few.</summary>
    private static bool TakeBig(PlannedStep step, Memo memo, List<string> notes)
    {
        if (step.Tool.Parameters.FirstOrDefault(p => p.Slot == SlotKind.Money) is { } money && memo.Sums.Count > 1)
        {
            var sorted = memo.Sums.Order().ToList();
            var middle = sorted[sorted.Count / 2];
            var scale = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)Math.Max(1, middle))));
            var threshold = Math.Max(scale, Math.Floor(middle / scale) * scale);
            step.Arguments[money.Name] = money.Type == ParameterType.WholeNumber ? (int)threshold : threshold;
            notes.Add($"I took “big” as {threshold.ToString("#,0", CultureInfo.InvariantCulture)} or more.");
            return true;
        }

        if (step.Tool.Parameters.FirstOrDefault(p => p.Slot == SlotKind.Count) is { } count)
        {
            step.Arguments[count.Name] = 3;
            notes.Add("I took “the big ones” as the first 3 of the list.");
            return true;
        }

        return false;
    }

    private PlannedStep Step(string tool, JsonObject arguments) => new(router.Tool(tool), (JsonObject)arguments.DeepClone(), About(router.Tool(tool), arguments), Sure);

    private static string? About(ToolDefinition tool, JsonObject arguments)
        => tool.Parameters.Where(p => p.Slot < SlotKind.PeriodStart && p.Slot != SlotKind.Question).Select(p => arguments[p.Name] is JsonValue v ? v.ToString() : null).FirstOrDefault(v => v is not null);

    private static bool IsTime(SlotKind slot) => slot is SlotKind.Day or SlotKind.PeriodStart or SlotKind.PeriodEnd;

    private static List<PlannedStep> Distinct(IEnumerable<PlannedStep> steps) => [.. steps.DistinctBy(s => (s.Tool.Name, s.Arguments.ToJsonString()))];

    private static Plan Of(IReadOnlyList<PlannedStep> steps, bool wantsCauses = false)
        => new() { Steps = steps, WantsCauses = wantsCauses, Score = Sure, Memo = new Memo() };
}
