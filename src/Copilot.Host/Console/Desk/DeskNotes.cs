using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Documents.Desk;

namespace Copilot.Host.Console.Desk;

/// <summary>Writes into the audit trail what happens to documents on the desk.</summary>
internal sealed class DeskNotes(IAuditTrail trail, TimeProvider time)
{
    private const string Desk = "system:desk";

    /// <summary>Notes what a person did with a document.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="what">What: <c>arrived</c>, <c>corrected</c>, <c>confirmed</c>, <c>rejected</c>, <c>reopened</c>, <c>opened</c>.</param>
    /// <param name="document">The document as it stands now.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task WriteAsync(Caller caller, string what, DeskDocument document, CancellationToken cancellationToken)
        => AppendAsync(caller.Tenant, caller.Id, Content(what, document), cancellationToken);

    /// <summary>Notes that a person made a proposal of what is recommended for a document.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="document">The document.</param>
    /// <param name="step">What was recommended.</param>
    /// <param name="proposal">What was made of it.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task ProposedAsync(Caller caller, DeskDocument document, NextStep step, Proposal proposal, CancellationToken cancellationToken)
    {
        var content = Content("proposed", document);
        (content["tool"], content["proposal"], content["reference"]) = (step.Tool, proposal.Id, proposal.Reference);
        return AppendAsync(caller.Tenant, caller.Id, content, cancellationToken);
    }

    /// <summary>Notes that a person forgot a lesson.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="lesson">What it said.</param>
    /// <param name="supplier">Of which supplier.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task ForgottenAsync(Caller caller, string lesson, string supplier, CancellationToken cancellationToken)
        => AppendAsync(caller.Tenant, caller.Id, new JsonObject { ["what"] = "lesson_forgotten", ["lesson"] = lesson, ["supplier"] = supplier }, cancellationToken);

    /// <summary>Notes what happened to a document by itself.</summary>
    /// <param name="what">What: <c>arrived</c>, <c>read</c>, <c>failed</c>, <c>put_off</c>, <c>removed</c>.</param>
    /// <param name="document">The document as it stands now.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task HappenedAsync(string what, DeskDocument document, CancellationToken cancellationToken)
        => AppendAsync(document.Tenant, Desk, Content(what, document), cancellationToken);

    private static JsonObject Content(string what, DeskDocument document)
    {
        var content = new JsonObject
        {
            ["what"] = what,
            ["document"] = document.Id,
            ["file"] = document.File,
            ["hash"] = document.Hash,
            ["company"] = document.Company,
            ["version"] = document.Version,
            ["number"] = document.Extraction?.Fields.GetValueOrDefault("number")?.Value as string,
            ["reason"] = document.Reason,
        };
        if (what is "corrected" or "confirmed")
        {
            content["corrections"] = new JsonArray([.. document.Corrections.Select(c => new JsonObject { ["name"] = c.Name, ["before"] = c.Before, ["after"] = c.After, ["by"] = c.By })]);
        }

        return content;
    }

    private Task<long> AppendAsync(string tenant, string by, JsonObject content, CancellationToken cancellationToken)
        => trail.AppendAsync(new AuditEntry { Tenant = tenant, Kind = AuditEntryKind.BusinessDocument, CallerId = by, At = time.GetUtcNow(), Content = content }, cancellationToken);
}
