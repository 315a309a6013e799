namespace Copilot.Host.Identity.Tokens;

/// <summary>The keys of an issuer at one moment.</summary>
/// <param name="Issuer">The issuer's own name for itself.</param>
/// <param name="Keys">Its keys by id.</param>
/// <param name="ReadAt">When they were read, UTC.</param>
internal sealed record KeyRing(string? Issuer, IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset ReadAt);
