using System.Text.Json;

namespace Copilot.Models.Endpoints;

/// <summary>Puts the entries of an answer into the order of the request: by their <c>index</c>, which is not always the order they arrive in.</summary>
internal static class InOrder
{
    /// <summary>Reads the entries.</summary>
    /// <typeparam name="T">What an entry holds.</typeparam>
    /// <param name="entries">The JSON array.</param>
    /// <param name="count">How many there must be.</param>
    /// <param name="read">Reads one.</param>
    /// <exception cref="EndpointException">There are more, fewer, or one twice.</exception>
    public static T[] Of<T>(JsonElement entries, int count, Func<JsonElement, T> read)
    {
        if (entries.GetArrayLength() != count)
        {
            throw new EndpointException(EndpointFault.WrongAnswer, FormattableString.Invariant($"{entries.GetArrayLength()} results for {count} texts"));
        }

        var results = new T[count];
        var seen = new bool[count];
        var arrival = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object)
            {
                throw new EndpointException(EndpointFault.WrongAnswer, $"{entry.ValueKind} in place of a result");
            }

            var place = entry.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number
                ? index.TryGetInt32(out var whole) ? whole : -1
                : arrival;
            arrival++;
            if (place < 0 || place >= count || seen[place])
            {
                throw new EndpointException(EndpointFault.WrongAnswer, "results that belong to no text or twice to one");
            }

            seen[place] = true;
            results[place] = read(entry);
        }

        return results;
    }
}
