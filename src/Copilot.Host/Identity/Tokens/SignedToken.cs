using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Copilot.Host.Identity.Tokens;

/// <summary>A signed token (RFC 7515, compact form) taken apart. Nothing in it is true before <see cref="TokenCheck"/> says so.</summary>
/// <param name="Algorithm">The algorithm it names.</param>
/// <param name="KeyId">The key it names.</param>
/// <param name="Type">The type it names, without <c>application/</c>; or null.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Signed">What was signed.</param>
/// <param name="Signature">The signature.</param>
internal sealed record SignedToken(string Algorithm, string KeyId, string? Type, JsonElement Claims, byte[] Signed, byte[] Signature)
{
    /// <summary>The longest token that is read, in characters.</summary>
    public const int Longest = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Takes a token apart. Encrypted ones (five parts) are refused before anything in them is decoded.</summary>
    /// <param name="text">The token. Untrusted.</param>
    /// <returns>Its parts, or null when it is no signed token, or asks for something that is not understood here.</returns>
    public static SignedToken? Read(string text)
    {
        if (text.Length > Longest || text.Count(c => c == '.') != 2)
        {
            return null;
        }

        var parts = text.Split('.');
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            if (header.RootElement.ValueKind != JsonValueKind.Object
                || claims.RootElement.ValueKind != JsonValueKind.Object
                || AsksForMore(header.RootElement)
                || header.RootElement.Word("alg") is not { } algorithm
                || header.RootElement.Word("kid") is not { } key)
            {
                return null;
            }

            var type = header.RootElement.Word("typ");
            return new SignedToken(
                algorithm,
                key,
                type is not null && type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) ? type["application/".Length..] : type,
                claims.RootElement.Clone(),
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]));
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    // RFC 7515, 4.1.11: what a critical header asks for must be understood, and we understand none.
    private static bool AsksForMore(JsonElement header)
        => header.TryGetProperty("crit", out _) || header.TryGetProperty("b64", out _) || header.TryGetProperty("zip", out _);
}
