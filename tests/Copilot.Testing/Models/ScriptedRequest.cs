using System.Text.Json;

namespace Copilot.Testing.Models;

/// <summary>A request that came to a <see cref="ScriptedEndpoint"/>.</summary>
/// <param name="Path">The path with its query.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Headers">The headers.</param>
public sealed record ScriptedRequest(string Path, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The texts to embed or to rank.</summary>
    public IReadOnlyList<string> Texts
        => [.. (Body.TryGetProperty("input", out var input) ? input : Body.TryGetProperty("texts", out var texts) ? texts : Body.GetProperty("documents")).EnumerateArray().Select(text => text.GetString()!)];
}
