using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Copilot.Governance.Audit;

namespace Copilot.Governance.Masking;

/// <summary>
/// Makes the random-looking part of placeholders from the tenant's key, the conversation and the value, so that all nodes make the same without
/// remembering anything, and nobody without the key can try out values.
/// </summary>
internal sealed class MaskKey(SealKey seal)
{
    // Without letters and digits that look alike, and without vowels that make words.
    private const string Signs = "BCDFGHJKLMNPQRSTVWXZ23456789";

    /// <summary>Makes the signs for one value.</summary>
    /// <param name="request">Whose conversation it is.</param>
    /// <param name="kind">The class.</param>
    /// <param name="value">The value.</param>
    /// <returns>32 signs; the first few are used, more where they would not be unique.</returns>
    public string SignsOf(TurnRequest request, MaskClass kind, string value)
    {
        var key = seal.Derive("placeholders of tenant " + request.Caller.Tenant);
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{request.ConversationId.Length}:{request.ConversationId}:{(int)kind}:{value}"));
        return string.Create(hash.Length, hash, static (signs, bytes) =>
        {
            for (var i = 0; i < signs.Length; i++)
            {
                signs[i] = Signs[bytes[i] % Signs.Length];
            }
        });
    }
}
