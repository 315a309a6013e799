using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Planning;

/// <summary>
/// Sends questions with uploaded documents to the documents. A question that brings them along is about them, whatever its words look like; one
/// that goes on in the same conversation may also be about the business, then both are looked at and the documents only speak when they answer.
/// </summary>
/// <param name="searcher">The tool that searches documents, or null when there is none.</param>
internal sealed class AttachmentPlanner(ToolDefinition? searcher)
{
    private const double Sure = 0.95;

    /// <summary>Puts the documents into a plan.</summary>
    /// <param name="plan">What would be done without them.</param>
    /// <param name="input">The question.</param>
    public Plan Over(Plan plan, PlanInput input)
    {
        if (searcher is null || (plan.Steps.Count == 0 && IsNoQuestion(plan, input)))
        {
            return plan;
        }

        // What is asked of the files themselves is answered by the tool for it; nothing need be searched besides.
        if (plan.Steps.Any(s => s.Tool.ReadsAttachments))
        {
            return plan with { Steps = [.. plan.Steps.Where(s => s.Tool.ReadsAttachments || !input.AttachedNow)] };
        }

        var business = input.AttachedNow ? [] : plan.Steps.Where(s => s.Tool.Name != searcher.Name && !s.Tentative).ToList();
        var earlier = input.AttachedNow ? null : plan.Steps.FirstOrDefault(s => s.Tool.Name == searcher.Name);

        // A follow-up ("and in winter?") carries the question before it; names and days of the business narrow nothing in a person's own document.
        var asked = earlier is null ? null : (string?)earlier.Arguments[Question];
        var step = new PlannedStep(searcher, new JsonObject { [Question] = asked ?? input.Question.Trim() }, null, Sure) { Tentative = business.Count > 0 };
        return plan with
        {
            Steps = [.. business, step],
            Reply = business.Count > 0 ? plan.Reply : null,
            Notes = business.Count > 0 ? plan.Notes : [],
            Score = business.Count > 0 ? plan.Score : Sure,
            Memo = plan.Memo with { Calls = [.. business.Append(step).Select(s => (s.Tool.Name, s.Arguments))], Offers = false },
        };
    }

    private string Question => searcher!.Parameters.First(p => p.Slot == SlotKind.Question).Name;

    private static bool IsNoQuestion(Plan plan, PlanInput input)
        => plan.Reply?.Kind is ReplyKind.Unreadable or ReplyKind.Write || (SmallTalk.IsReply(plan.Reply) && SmallTalk.IsAll(QuestionText.Of(input.Question).Folded));
}
