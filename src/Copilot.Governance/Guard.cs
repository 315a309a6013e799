using System.Globalization;
using Copilot.Contracts;
using Copilot.Governance.Pace;
using Copilot.Governance.Policies;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Governance.Screening;

namespace Copilot.Governance;

/// <summary>The lock. Fails closed: what it does not know, it refuses.</summary>
internal sealed class Guard(PolicyFile file, PolicyEngine policies, QuestionLimit pace, AnswerScreen answers, GovernanceOptions options) : IGuard
{
    public async ValueTask<GuardVerdict> ScreenQuestionAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // The file may be another one next year; the trail says by which this turn was judged.
        return await JudgeAsync(request, cancellationToken) with { Policies = file.Hash };
    }

    public IReadOnlyList<string> ScreenOutside(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OutsideSigns.Find(text);
    }

    public PermitVerdict RequestPermit(TurnRequest request, ToolDefinition tool, ToolCall call, GuardVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(verdict);
        if (!verdict.Allowed)
        {
            return new PermitVerdict { Rule = "question_refused", Reason = verdict.Reason ?? "The question was refused." };
        }

        if (tool.Name != call.Tool)
        {
            return new PermitVerdict { Rule = "tool_mismatch", Reason = "The call names another tool." };
        }

        // A writing tool gets a permit to prepare, which lets nothing be written: that takes one bound to the fingerprint of what was approved.
        var question = new PolicyQuestion(request.Caller, tool, call, verdict.Signals);
        var (decision, rule, reason) = policies.Decide(question);
        if (tool.Writes)
        {
            (var mayPrepare, rule, reason) = policies.MayPrepare(question);
            decision = mayPrepare ? Decision.Allow : Decision.Deny;
        }

        return decision == Decision.Allow
            ? new PermitVerdict { Rule = rule, Permit = new ToolPermit(call.Id, call.Tool, call.ArgumentsHash(), request.Caller.Id, isShared: file.IsShared(tool)) }
            : new PermitVerdict { Rule = rule, Reason = reason };
    }

    public string ScreenAnswer(TurnRequest request, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answers.Clean(answer);
    }

    private async ValueTask<GuardVerdict> JudgeAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        var text = request.Question;
        if (QuestionShape.Fault(text, options.MaxQuestionLength) is { } fault)
        {
            return Refused(fault);
        }

        if (request.Caller.Roles.Count == 0)
        {
            return Refused("Your account has no role here yet; ask an administrator for one.");
        }

        if (!await pace.TakeAsync(request.Caller, cancellationToken))
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"You have asked {options.QuestionsPerMinute:N0} questions within a minute, which is all that one person may ask. Please go on in a minute."));
        }

        var signals = SteeringSigns.Find(text);
        return signals.Count == 0 ? new GuardVerdict { Allowed = true }
            : SteeringSigns.AreDecisive(signals) ? Refused(SteeringSigns.Refusal) with { Signals = signals }
            : new GuardVerdict { Allowed = true, Reason = SteeringSigns.NothingChanged, Signals = signals };
    }

    private static GuardVerdict Refused(string reason) => new() { Allowed = false, Reason = reason };
}
