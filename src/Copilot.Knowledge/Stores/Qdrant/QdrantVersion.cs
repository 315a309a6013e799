using System.Text.Json;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>The version of a server, as far as requests depend on it.</summary>
/// <param name="Number">The version.</param>
internal sealed record QdrantVersion(Version Number)
{
    private static readonly Version Oldest = new(1, 11);
    private static readonly Version WithMemory = new(1, 19);

    /// <summary>Gets a value indicating whether places in memory are named by <c>memory</c>, and the rarity of words may be counted over a part of a collection.</summary>
    public bool HasMemory => Number >= WithMemory;

    /// <summary>Reads what a server says of itself.</summary>
    /// <exception cref="QdrantException">It is too old, or no Qdrant.</exception>
    public static QdrantVersion Of(JsonElement told)
    {
        var text = told.ValueKind == JsonValueKind.Object && told.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String ? version.GetString()! : string.Empty;
        if (!Version.TryParse(text.Split('-', '+')[0], out var number))
        {
            throw new QdrantException("What answers at Copilot:Qdrant:Url does not say which version of Qdrant it is; check the address and its port, usually 6333");
        }

        return number >= Oldest
            ? new QdrantVersion(number)
            : throw new QdrantException($"Qdrant {text} is too old; at least {Oldest} is needed");
    }
}
