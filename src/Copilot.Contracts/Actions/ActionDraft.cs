using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Contracts;

/// <summary>Exactly what an action would write, prepared with the requester's own rights. Nothing has been written yet. What a person approves is this and nothing else.</summary>
public sealed record ActionDraft
{
    /// <summary>Gets the writing tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets what it would do in one sentence for people, with figures and names: "Move the promised date of S00042 (Castellan) from Fri 27 Nov to Tue 1 Dec 2026."</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the records it stands on and touches, each with its version.</summary>
    public required IReadOnlyList<RecordVersion> Records { get; init; }

    /// <summary>Gets the values it would change.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }

    /// <summary>Gets the tool's own parameters of the execution: record ids and values in Odoo's words. Together with <see cref="Records"/> enough to run it without asking anything again.</summary>
    public required JsonObject Execution { get; init; }

    /// <summary>Gets the money at stake: the value of the order, the credit released, the price given away.</summary>
    public required Exposure Exposure { get; init; }

    /// <summary>Gets the least risk the tool sees in it; the policy may raise it.</summary>
    public required RiskClass Risk { get; init; }

    /// <summary>Gets why it is proposed, for people; null when the request itself is the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the ids of the evidence of the same result it stands on.</summary>
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];

    /// <summary>Gets the margin afterwards as a share of the net amount (0.18 = 18 %), where the action has one and the caller may see it.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Gets the price given away as a share of the list price (0.1 = 10 %), where the action has one.</summary>
    public decimal? Discount { get; init; }

    /// <summary>Gets the customer's class as the ERP's categories name it; null when there is none.</summary>
    public string? CustomerClass { get; init; }

    /// <summary>Gets the company the records belong to, as the ERP names it.</summary>
    public string? Company { get; init; }

    /// <summary>Gets how sure the tool is that this is what was meant, 0 to 1; below 1 where a name was matched loosely or a value inferred.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Gets what the person deciding should know: consequences, other orders hit, what cannot be undone.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Computes the SHA-256 of what would be written (tool, records with versions, changes, execution), lower-case hex. An approval and the permit of the execution are bound to it.</summary>
    /// <returns>64 hex digits.</returns>
    public string Fingerprint()
    {
        var text = JsonSerializer.Serialize(new { Tool, Records, Changes, Execution = Canonical(Execution), Exposure }, ContractJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Canonical(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Canonical)]),
        _ => node?.DeepClone(),
    };
}
