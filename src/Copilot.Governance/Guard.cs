using Copilot.Contracts;
using Copilot.Governance.Policies;
using Copilot.Governance.Screening;

namespace Copilot.Governance;

/// <summary>The lock. Fails closed: what it does not know, it refuses.</summary>
internal sealed class Guard(PolicyEngine policies, GovernanceOptions options) : IGuard
{
    public ValueTask<GuardVerdict> ScreenQuestionAsync(TurnRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(ScreenQuestion(request));

    public IReadOnlyList<string> ScreenOutside(string text) => SteeringSigns.Find(text);

    private GuardVerdict ScreenQuestion(TurnRequest request)
    {
        var text = request.Question;
        if (QuestionShape.Fault(text, options.MaxQuestionLength) is { } fault)
        {
            return new GuardVerdict { Allowed = false, Reason = fault };
        }

        if (request.Caller.Roles.Count == 0)
        {
            return new GuardVerdict { Allowed = false, Reason = "Your account has no role here yet; ask an administrator for one." };
        }

        var signals = SteeringSigns.Find(text);
        return signals.Count == 0
            ? new GuardVerdict { Allowed = true }
            : new GuardVerdict { Allowed = !SteeringSigns.AreDecisive(signals), Reason = SteeringSigns.Refusal, Signals = signals };
    }

    public PermitVerdict RequestPermit(TurnRequest request, ToolDefinition tool, ToolCall call, GuardVerdict verdict)
    {
        if (!verdict.Allowed)
        {
            return new PermitVerdict { Rule = "question_refused", Reason = verdict.Reason ?? "The question was refused." };
        }

        if (tool.Name != call.Tool)
        {
            return new PermitVerdict { Rule = "tool_mismatch", Reason = "The call names another tool." };
        }

        var (decision, rule, reason) = policies.Decide(new PolicyQuestion(request.Caller, tool, call, verdict.Signals));
        return decision == Decision.Allow
            ? new PermitVerdict { Rule = rule, Permit = new ToolPermit(call.Id, call.Tool, call.ArgumentsHash(), request.Caller.Id) }
            : new PermitVerdict { Rule = rule, Reason = reason };
    }

    public string ScreenAnswer(TurnRequest request, string answer) => AnswerScreen.Clean(answer, options.AllowedLinkHosts);
}
