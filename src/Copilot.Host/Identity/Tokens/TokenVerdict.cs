using System.Text.Json;

namespace Copilot.Host.Identity.Tokens;

/// <summary>What became of a token: <see cref="Key"/> is set when it was taken, <see cref="Fault"/> when not.</summary>
/// <param name="Claims">Its claims.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="ExpiresAt">When it lapses, UTC.</param>
/// <param name="Fault">Why it was refused, one word for logs and tests.</param>
internal sealed record TokenVerdict(JsonElement Claims, SigningKey? Key, DateTimeOffset ExpiresAt, string? Fault)
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="fault">Why.</param>
    /// <returns>The verdict.</returns>
    public static TokenVerdict Refused(string fault) => new(default, null, default, fault);
}
