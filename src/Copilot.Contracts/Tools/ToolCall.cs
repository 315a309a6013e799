using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Contracts;

/// <summary>One exact call.</summary>
public sealed record ToolCall
{
    /// <summary>Gets the call's id, unique within the turn.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the tool's name.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the arguments, by parameter name. Absent means not said. Untrusted.</summary>
    public required JsonObject Arguments { get; init; }

    /// <summary>Computes the SHA-256 of the arguments as canonical JSON (members sorted by name), lower-case hex.</summary>
    /// <returns>64 hex digits.</returns>
    public string ArgumentsHash()
    {
        var sorted = new JsonObject(Arguments.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sorted.ToJsonString())));
    }
}
