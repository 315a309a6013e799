using Copilot.Knowledge.Analysis;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Finds what a misspelt key was meant to be.</summary>
internal static class NearSpelling
{
    /// <summary>Gets the key that is nearest to what was written, or null when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> keys)
    {
        var plain = written.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return keys.FirstOrDefault(k => EditDistance.Within(plain, k, k.Length > 5 ? 2 : k.Length > 3 ? 1 : 0) is not null);
    }
}
