using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels.Exceptions;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Identity.Tokens;

namespace Copilot.Host.Channels.Teams;

/// <summary>Does what the buttons of exception cards say, with the rights of the one who pressed.</summary>
internal sealed class ExceptionPresses(IExceptionDesk desk, ExceptionProposals proposals, ProposalMessages messages, AuditNotes audit)
{
    private const string Channel = "teams";
    private const int MaxReason = 500;

    /// <summary>Says where a case stands.</summary>
    /// <param name="caller">Who pressed.</param>
    /// <param name="data">What the button carries. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What to tell.</returns>
    /// <exception cref="CopilotException">The person's rights can't be asked now.</exception>
    public async Task<string> SettleAsync(Caller caller, JsonElement data, CancellationToken cancellationToken)
    {
        var state = data.Word("state") switch { "acting" => ExceptionState.Acting, "dismissed" => ExceptionState.Dismissed, _ => (ExceptionState?)null };
        if (Case(data) is not { } id || state is null)
        {
            return Problems.NoException.Detail;
        }

        var reason = Reason(data);
        if (state == ExceptionState.Dismissed && reason is null)
        {
            return "Say why it is dismissed, so that others understand it.";
        }

        if (await desk.SettleAsync(caller, id, state.Value, reason, cancellationToken) is not { } settled)
        {
            return Problems.NoException.Detail;
        }

        var word = state == ExceptionState.Acting ? "acting" : "dismissed";
        await audit.WriteAsync(
            caller,
            AuditEntryKind.ExceptionSettled,
            new JsonObject { ["exception"] = settled.Id, ["kind"] = settled.Kind, ["title"] = settled.Title, ["state"] = word, ["reason"] = settled.Reason, ["channel"] = Channel },
            null,
            null,
            cancellationToken);
        return state == ExceptionState.Acting ? $"Noted: you deal with \"{settled.Title}\"." : $"Dismissed: \"{settled.Title}\".";
    }

    /// <summary>Proposes one of a case's actions and shows the proposal below.</summary>
    /// <param name="activity">What was pressed.</param>
    /// <param name="caller">Who pressed.</param>
    /// <param name="data">What the button carries. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What to tell.</returns>
    /// <exception cref="CopilotException">The person's rights can't be asked now.</exception>
    public async Task<string> ProposeAsync(TeamsActivity activity, Caller caller, JsonElement data, CancellationToken cancellationToken)
    {
        if (Case(data) is not { } id)
        {
            return Problems.NoException.Detail;
        }

        var at = data.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Number && action.TryGetInt32(out var place) ? place : -1;
        var (proposal, problem) = await proposals.ProposeAsync(caller, id, at, Channel, cancellationToken);
        if (proposal is null)
        {
            return problem!.Detail;
        }

        await messages.ShowAsync(activity, caller, proposal, cancellationToken);
        return $"Proposed: {proposal.Summary}";
    }

    private static string? Case(JsonElement data) => data.Word("case") is { Length: > 0 and <= 64 } id ? id : null;

    private static string? Reason(JsonElement data)
    {
        // The input has a name of its own on each card; only such names are looked up.
        var said = data.Word("input") is { } input && input.StartsWith(ExceptionCards.Why, StringComparison.Ordinal) ? data.Word(input)?.Trim() : null;
        return said is { Length: > MaxReason } ? said[..MaxReason] : said is { Length: > 0 } ? said : null;
    }
}
