using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Planning.Model;
using Copilot.Conversation.Prompts;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.History;

/// <summary>
/// Has a small model write in short what no longer fits whole into the window. Each turn is written once and kept with the conversation; what the model says of it is held
/// to that turn's own answer, sentence by sentence and source by source. A model that is dead, slow or untrue costs nothing: the turn's first sentences stand for it.
/// </summary>
internal sealed class HistorySummary(PlannerParts parts, RunningTurn turn, ModelVoice voice, ModelTrace trace, OutsideText outside, SummaryCheck check, TimeProvider time)
{
    /// <summary>Under what name a turn keeps the summaries it had written.</summary>
    public const string Key = "summaries";

    private const int MostTurns = 8;
    private const int LongestTurn = 4_000;

    /// <summary>Gets the summaries that the conversation has, after writing those that are wanting.</summary>
    /// <param name="window">How many characters whole turns may have together.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, string>> WriteAsync(int window, CancellationToken cancellationToken)
    {
        var known = Known(turn.Recent);
        if (parts.Options.HistoryTime > TimeSpan.Zero && trace.Allowance.Level == AllowanceLevel.Full
            && HistoryText.Beyond(turn.Recent, window).Any(t => IsDue(t, known)) && parts.Models.Models.For(ModelDuty.Small) is { Count: > 0 } small)
        {
            // With half a window written ahead, the next few turns need not wait again.
            var due = HistoryText.Beyond(turn.Recent, window / 2).Where(t => IsDue(t, known)).TakeLast(MostTurns).ToList();
            foreach (var (id, summary) in await AskAsync(due, small, cancellationToken))
            {
                known[id] = turn.Summaries[id] = summary;
            }
        }

        return known;
    }

    /// <summary>The summaries that earlier turns had written.</summary>
    public static Dictionary<string, string> Known(IReadOnlyList<StoredTurn> turns)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in turns.Select(t => t.Memo[Key]).OfType<JsonObject>().SelectMany(s => s))
        {
            known[id] = text is JsonValue value && value.TryGetValue<string>(out var summary) ? summary : string.Empty;
        }

        return known;
    }

    /// <summary>What stood on no source has nothing to keep.</summary>
    private static bool IsDue(StoredTurn stored, Dictionary<string, string> known) => stored.Evidence.Count > 0 && !known.ContainsKey(stored.Turn.TurnId);

    private async Task<IReadOnlyList<(string Id, string Summary)>> AskAsync(List<StoredTurn> due, IReadOnlyList<ChatModel> small, CancellationToken cancellationToken)
    {
        var prompt = trace.Used(parts.Models.Prompts.Render(PromptNeeds.History, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fence"] = outside.Fence,
            ["turns"] = outside.Wrap("earlier turns", Numbered(due)),
        }));
        var apart = new Transcript();
        apart.Add(new ChatMessage(ChatRole.User, prompt.Text));
        using var late = new CancellationTokenSource(parts.Options.HistoryTime, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var reply = await voice.SpeakAsync(new VoiceAsk { Purpose = "history", Models = small, Settings = prompt.Settings, Apart = apart }, stop.Token);
            var lines = RepairLines.Of(reply.Restore(reply.Text));
            return due.ConvertAll(t => (t.Turn.TurnId, lines.TryGetValue(due.IndexOf(t) + 1, out var line) ? check.Held(t, line) : string.Empty));
        }
        catch (ModelSilence)
        {
            // Another turn may find the model awake.
            return [];
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Nobody waits twice for the same turns.
            return due.ConvertAll(t => (t.Turn.TurnId, string.Empty));
        }
    }

    private static string Numbered(List<StoredTurn> due)
    {
        var text = new StringBuilder();
        for (var i = 0; i < due.Count; i++)
        {
            var answer = due[i].Turn.Answer.Length <= LongestTurn ? due[i].Turn.Answer : due[i].Turn.Answer[..LongestTurn];
            text.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "\n\n" : string.Empty)}{i + 1}: Asked: {due[i].Turn.Question}\nAnswered: {answer}");
        }

        return text.ToString();
    }
}
