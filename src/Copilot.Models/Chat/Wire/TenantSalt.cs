using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Makes the salt that separates one company's prompts from another's in a server's cache of prompts.</summary>
internal static class TenantSalt
{
    /// <summary>Makes the salt.</summary>
    /// <param name="secret">The secret from the configuration.</param>
    /// <param name="options">The options, which name the company in <see cref="ChatModel.TenantKey"/>.</param>
    /// <returns>Text; another one each time when no company is named, so that nothing is shared.</returns>
    public static string Of(string secret, ChatOptions? options)
        => options?.AdditionalProperties?.TryGetValue(ChatModel.TenantKey, out var tenant) == true && tenant?.ToString() is { Length: > 0 } name
            ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(name)))
            : RandomNumberGenerator.GetHexString(32, lowercase: true);
}
