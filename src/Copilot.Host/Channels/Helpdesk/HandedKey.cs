using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>
/// The API key that Odoo makes for the visitor, hidden from the browser that carries the token. It is combined with as many bytes of HKDF-SHA-256 (RFC 5869) of the
/// shared key, with the token's id as salt: each token has a stream of its own, used once, and the token's signature covers the result.
/// The same few lines can be written with the standard library of every Python that Odoo runs on.
/// </summary>
internal static class HandedKey
{
    private const int Longest = 256;
    private static readonly byte[] Purpose = "distribution-copilot handed key"u8.ToArray();

    /// <summary>Opens what a token holds.</summary>
    /// <param name="hidden">The hidden key, base64url.</param>
    /// <param name="secret">The key that signed the token.</param>
    /// <param name="once">The token's id.</param>
    /// <returns>The key, or null when this is none.</returns>
    public static string? Open(string hidden, string secret, string once)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(hidden);
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes.Length is 0 or > Longest)
        {
            return null;
        }

        var stream = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), bytes.Length, Encoding.ASCII.GetBytes(once), Purpose);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= stream[i];
        }

        // What was hidden with another key is noise.
        return bytes.All(b => b is > 0x20 and < 0x7F) ? Encoding.ASCII.GetString(bytes) : null;
    }
}
