using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Exceptions;

/// <summary>Makes a proposal of a case's recommended action.</summary>
internal sealed class ExceptionProposals(IExceptionDesk desk, ActionProposals actions)
{
    /// <summary>Proposes.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The case. Untrusted.</param>
    /// <param name="place">The action's place in the list the person is shown. Untrusted.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Stops the call; what was proposed stays.</param>
    /// <returns>The proposal, or why there is none.</returns>
    public async Task<(Proposal? Proposal, Problem? Problem)> ProposeAsync(Caller caller, string id, int place, string channel, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(caller, id, cancellationToken) is not { } found)
        {
            return (null, Problems.NoException);
        }

        if (place < 0 || place >= found.Actions.Count)
        {
            return (null, Problems.NoSuchAction(found.Actions.Count));
        }

        var action = found.Actions[place];
        var ask = new ActionAsk(action.Tool, (JsonObject)JsonNode.Parse(action.Arguments)!, action.Question, $"{found.Title}: {found.Cause}");
        var (proposal, problem) = await actions.ProposeAsync(caller, ask, channel, cancellationToken);
        if (proposal is not null)
        {
            await desk.NoteProposalAsync(caller, id, proposal, cancellationToken);
        }

        return (proposal, problem);
    }
}
