using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>Makes a proposal of an action that nobody put into words, on the same way as a question does: screened, permitted, prepared with the person's own rights, and decided by the policies.</summary>
internal sealed class ActionProposals(IGuard guard, IProposals proposals, IEnumerable<ITool> tools, TimeProvider time)
{
    /// <summary>Proposes.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="ask">What is wanted.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Stops the call; what was proposed stays.</param>
    /// <returns>The proposal, or why there is none.</returns>
    public async Task<(Proposal? Proposal, Problem? Problem)> ProposeAsync(Caller caller, ActionAsk ask, string channel, CancellationToken cancellationToken)
    {
        if (tools.OfType<IActionTool>().FirstOrDefault(t => t.Definition.Name == ask.Tool) is not { } tool)
        {
            return (null, Problems.Trouble($"The action {ask.Tool} is not part of this program.", transient: false));
        }

        var turn = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var request = new TurnRequest { TurnId = turn, ConversationId = ask.ConversationId ?? turn, Question = ask.Question, Caller = caller, Channel = channel, Focus = ask.Focus };
        var verdict = await guard.ScreenQuestionAsync(request, cancellationToken);
        var call = new ToolCall { Id = turn + "/1", Tool = ask.Tool, Arguments = ask.Arguments };
        var permit = verdict.Allowed ? guard.RequestPermit(request, tool.Definition, call, verdict) : null;
        if (permit?.Permit is not { } key)
        {
            return (null, Problems.NotForYou with { Detail = permit?.Reason ?? verdict.Reason ?? Problems.NotForYou.Detail });
        }

        var result = await tool.RunAsync(new ToolContext { Caller = caller, TurnId = turn, Question = ask.Question, Now = time.GetUtcNow(), Focus = ask.Focus }, call, key, cancellationToken);
        if (result.Action is not { } draft)
        {
            return (null, Problems.Trouble(result.Reason ?? result.QuestionBack ?? "This can't be prepared any more.", transient: false));
        }

        // Signs of steering in what was read weigh, as in a turn.
        var read = result.Evidence.SelectMany(e => guard.ScreenOutside(e.Excerpt));
        var ruling = await proposals.ProposeAsync(
            request, call, draft with { Reason = draft.Reason ?? ask.Reason }, result.Evidence, verdict with { Signals = [.. verdict.Signals.Concat(read).Distinct(StringComparer.Ordinal)] }, cancellationToken);
        return ruling.Proposal is { } proposal ? (proposal, null) : (null, Problems.NotForYou with { Detail = ruling.Reason ?? Problems.NotForYou.Detail });
    }
}
