using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Drafting;
using Copilot.Conversation.Prompts;
using Copilot.Conversation.Streaming;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Lets a model draft a text from what the turn has found; each figure and promise in it is held to its sources.</summary>
internal sealed class ModelDraft(PlannerParts parts, RunningTurn turn, ModelVoice voice, Transcript transcript, ModelTrace trace, OutsideText outside)
{
    /// <summary>Writes the draft.</summary>
    /// <param name="kind">For whom.</param>
    /// <param name="writers">Who writes.</param>
    /// <param name="check">Checks sentences.</param>
    /// <param name="pool">What may be cited.</param>
    /// <param name="marks">Numbers the sources.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The card, or null when nothing of the draft stands.</returns>
    /// <exception cref="ModelSilence">No model answered.</exception>
    public async Task<DraftCard?> WriteAsync(DraftKind kind, IReadOnlyList<ChatModel> writers, UnitCheck check, EvidencePool pool, SourceMarks marks, CancellationToken cancellationToken)
    {
        if (pool.Evidence.Count == 0)
        {
            return null;
        }

        var prompt = trace.Used(parts.Models.Prompts.Render(kind switch { DraftKind.SupplierFollowUp => PromptNeeds.FollowUp, DraftKind.Note => PromptNeeds.Note, _ => PromptNeeds.Reply }, TurnPromptInputs.Draft(turn, outside)));
        transcript.SetRules(new ChatMessage(ChatRole.System, prompt.Text));
        transcript.Add(new ChatMessage(ChatRole.User, "Write the draft now."));
        var tools = parts.Offer.Declare(parts.Offer.For(turn, turn.Input!));
        var reply = await voice.SpeakAsync(new VoiceAsk { Purpose = "draft", Models = writers, Settings = prompt.Settings, Tools = tools }, cancellationToken);
        var sheet = new DraftSheet(check, turn.Request.Caller.DisplayName, reply.Restore);
        sheet.Take(reply.Text, reply.IsCut);
        if (sheet.Failed is { Count: > 0 } failed)
        {
            transcript.Add(new ChatMessage(ChatRole.Assistant, reply.Restore(reply.Text)));
            sheet.Repair(await RepairAsync(failed, writers, cancellationToken));
        }

        sheet.CheckSubject(turn.Plan!.Memo.Things.Select(t => t.Canonical).FirstOrDefault() ?? string.Empty);
        if (sheet.Write(kind, DraftWords.Title(kind), text => parts.Rooms.Guard.ScreenAnswer(turn.Request, text)) is not { } card)
        {
            return null;
        }

        foreach (var key in card.Sources)
        {
            marks.Cite(key);
        }

        foreach (var (sentence, evidence) in sheet.Marked)
        {
            trace.MarkAdded(sentence, evidence);
        }

        turn.CutBefore = [.. sheet.Failed.Select(f => f.Sentence)];
        return card;
    }

    private async Task<IReadOnlyDictionary<int, string>> RepairAsync(IReadOnlyList<(string Sentence, string Reason)> failed, IReadOnlyList<ChatModel> writers, CancellationToken cancellationToken)
    {
        var prompt = trace.Used(parts.Models.Prompts.Render(PromptNeeds.Repair, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fence"] = outside.Fence,
            ["sentences"] = outside.Wrap("sentences", RepairLines.For(failed)),
        }));
        transcript.Add(new ChatMessage(ChatRole.User, prompt.Text));
        try
        {
            var reply = await voice.SpeakAsync(new VoiceAsk { Purpose = "repair", Models = writers, Settings = prompt.Settings }, cancellationToken);
            return RepairLines.Of(reply.Text);
        }
        catch (ModelSilence)
        {
            return new Dictionary<int, string>();
        }
    }
}
