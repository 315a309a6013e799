using System.Text.Json;

namespace Copilot.Testing.Qdrant;

/// <summary>A real Qdrant that somebody lends to the tests: <c>QDRANT_URL</c>, and <c>QDRANT_API_KEY</c> where it wants one. None can be installed where these tests run.</summary>
/// <param name="Url">Its address, or null without one.</param>
/// <param name="ApiKey">Its key, or null.</param>
public sealed record QdrantServer(Uri? Url, string? ApiKey)
{
    /// <summary>Why it can't be asked, or null when it can.</summary>
    public string? MissingBecause => Url is null ? "QDRANT_URL is not set: no Qdrant can be installed where these tests run; lend them one of your own." : null;

    /// <summary>Reads the environment.</summary>
    public static QdrantServer OfEnvironment()
        => new(Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 } url ? new Uri(url) : null, Environment.GetEnvironmentVariable("QDRANT_API_KEY") is { Length: > 0 } key ? key : null);

    /// <summary>Removes the collections whose names begin with an alias of ours.</summary>
    public async Task RemoveAsync(string alias)
    {
        using var http = new HttpClient { BaseAddress = Url };
        if (ApiKey is not null)
        {
            http.DefaultRequestHeaders.Add("api-key", ApiKey);
        }

        using var all = JsonDocument.Parse(await http.GetStringAsync("collections"));
        foreach (var collection in all.RootElement.GetProperty("result").GetProperty("collections").EnumerateArray())
        {
            if (collection.GetProperty("name").GetString() is { } name && name.StartsWith(alias + "_", StringComparison.Ordinal))
            {
                (await http.DeleteAsync("collections/" + name)).Dispose();
            }
        }
    }
}
