using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>An entry as the database holds it: every field is text as it was hashed.</summary>
internal sealed record AuditRow
{
    public const string FirstPreviousHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>How the kind <see cref="AuditEntryKind.ChainBroken"/> is written.</summary>
    public const string ChainBrokenKind = "chain_broken";

    public string Tenant { get; init; } = string.Empty;

    public long Seq { get; init; }

    public string At { get; init; } = string.Empty;

    public string Kind { get; init; } = string.Empty;

    public string? TurnId { get; init; }

    public string? ConversationId { get; init; }

    public string CallerId { get; init; } = string.Empty;

    public string Instance { get; init; } = string.Empty;

    public string Content { get; init; } = string.Empty;

    public string PreviousHash { get; init; } = string.Empty;

    public string Hash { get; init; } = string.Empty;

    public static AuditRow Chain(AuditEntry entry, string instance, long seq, string previousHash)
    {
        var row = new AuditRow
        {
            Tenant = entry.Tenant,
            Seq = seq,
            At = entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Kind.ToString()),
            TurnId = entry.TurnId,
            ConversationId = entry.ConversationId,
            CallerId = entry.CallerId,
            Instance = instance,
            Content = entry.Content.ToJsonString(ContractJson.Options),
            PreviousHash = previousHash,
        };
        return row with { Hash = row.ComputeHash() };
    }

    /// <summary>SHA-256 over the fields in order, each as its UTF-8 byte length, a colon and the bytes, so that no two rows read alike; null is "-".</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in (ReadOnlySpan<string?>)[PreviousHash, Tenant, Seq.ToString(CultureInfo.InvariantCulture), At, Kind, TurnId, ConversationId, CallerId, Instance, Content])
        {
            if (field is null)
            {
                hash.AppendData("-"u8);
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What an entry of the kind <see cref="ChainBrokenKind"/> says, for people.</summary>
    public string BreakText()
    {
        const string Unsaid = "The chain was changed from outside before this entry.";
        try
        {
            return JsonNode.Parse(Content) is JsonObject content && content["what"] is JsonValue what && what.TryGetValue<string>(out var text) ? text : Unsaid;
        }
        catch (JsonException)
        {
            // Somebody who can write the table can write this entry too, without the seal.
            return Unsaid;
        }
    }

    public AuditRecord ToRecord() => new()
    {
        Tenant = Tenant,
        Seq = Seq,
        At = DateTimeOffset.Parse(At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Kind = JsonSerializer.Deserialize<AuditEntryKind>($"\"{Kind}\"", ContractJson.Options),
        TurnId = TurnId,
        ConversationId = ConversationId,
        CallerId = CallerId,
        Instance = Instance,
        Content = JsonNode.Parse(Content)!.AsObject(),
        PreviousHash = PreviousHash,
        Hash = Hash,
    };
}
