using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Host.Channels;

namespace Copilot.Host.Console.Desk;

/// <summary>Compares a document of the desk with what the business system holds, and makes proposals of what is recommended, on the way that every proposal takes.</summary>
internal sealed class DeskDecisions(IDocumentMatching matching, ActionProposals actions, DeskNotes notes)
{
    private const int LongestName = 80;

    /// <summary>Compares it, with the person's own rights.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What it belongs to and what to do, or why that can't be said.</returns>
    /// <exception cref="CopilotException">The business system refuses or does not answer.</exception>
    public async Task<(DocumentDecision? Decision, Problem? Problem)> DecideAsync(Caller caller, DeskDocument document, CancellationToken cancellationToken)
        => document.Extraction is not { } read ? (null, Problems.Trouble("This document is not read yet, so there is nothing to compare.", transient: false))
            : await matching.DecideAsync(caller, read, cancellationToken) is { } decision ? (decision, null)
            : (null, Problems.NotForYou with { Detail = "Purchase orders are not among what you may see, so this can't be compared." });

    /// <summary>Proposes one of the recommended actions. They are worked out anew: what changed since they were shown is not proposed.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="document">The document.</param>
    /// <param name="request">Which. Untrusted.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Stops the call; what was proposed stays.</param>
    /// <returns>The proposal, or why there is none.</returns>
    public async Task<(Proposal? Proposal, Problem? Problem)> ProposeAsync(Caller caller, DeskDocument document, DeskProposeRequest request, string channel, CancellationToken cancellationToken)
    {
        var (decision, problem) = await DecideAsync(caller, document, cancellationToken);
        if (decision is null)
        {
            return (null, problem);
        }

        if (request.Action is not { } place || place < 0 || place >= decision.Steps.Count)
        {
            return (null, Problems.NoSuchStep(decision.Steps.Count));
        }

        var step = decision.Steps[place];
        if (request.Question is not null && request.Question != step.Question)
        {
            return (null, Problems.StepChanged);
        }

        var ask = new ActionAsk(step.Tool, (JsonObject)JsonNode.Parse(step.Arguments)!, step.Question, Reason(document, decision));
        var (proposal, refused) = await actions.ProposeAsync(caller, ask, channel, cancellationToken);
        if (proposal is not null)
        {
            await notes.ProposedAsync(caller, document, step, proposal, cancellationToken);
        }

        return (proposal, refused);
    }

    /// <summary>Why it is proposed, for whoever decides: which paper, and what differs most.</summary>
    private static string Reason(DeskDocument document, DocumentDecision decision)
    {
        var name = document.File.Length <= LongestName ? document.File : document.File[..LongestName];
        var differing = decision.Differences.Where(d => !d.Passes).Take(2).Select(d => d.Text).ToList();
        return $"The document {name} on the reading desk (id {document.Id}){(differing.Count > 0 ? $": {string.Join("; ", differing)}" : decision.Match.IsClean ? " agrees with the order" : string.Empty)}.";
    }
}
