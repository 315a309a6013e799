using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Sandbox.Rpc;

/// <summary>
/// API keys of the practice company: 40 hexadecimal digits, as real ones. Every user has one that follows from the login, so that it can be
/// written into a script; further ones are made on request and last until the server stops.
/// </summary>
internal sealed class ApiKeys
{
    private const int Bytes = 20;

    private readonly ConcurrentDictionary<string, string> made = new(StringComparer.Ordinal);

    /// <summary>The key a login always has. No secret: everybody may play everybody here.</summary>
    public static string Of(string login) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("practice company key of " + login))[..Bytes]);

    /// <summary>Makes a further key.</summary>
    public string Make(string login)
    {
        var key = RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);
        made[key] = login;
        return key;
    }

    /// <summary>Whether a key is one of this login's.</summary>
    public bool Fits(string login, string key) => (made.TryGetValue(key, out var owner) && owner == login) || string.Equals(Of(login), key, StringComparison.Ordinal);
}
