using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Odoo.Documents;

/// <summary>How far a feed has been followed: when each stream was last changed, and which ids there were, as runs.</summary>
internal sealed record FeedMark
{
    /// <summary>Gets the last change seen by stream, as Odoo writes moments.</summary>
    public Dictionary<string, string> Changed { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Gets the ids seen by stream: <c>3-17,21</c>.</summary>
    public Dictionary<string, string> Ids { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Reads a mark; what can't be read means that everything is looked at again.</summary>
    public static FeedMark Read(string? mark)
    {
        try
        {
            return string.IsNullOrEmpty(mark) ? new FeedMark() : JsonSerializer.Deserialize<FeedMark>(mark) ?? new FeedMark();
        }
        catch (JsonException)
        {
            return new FeedMark();
        }
    }

    /// <summary>Writes the mark.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Writes ids, which ascend, as runs.</summary>
    public static string Runs(IEnumerable<int> ids)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var id in ids)
        {
            if (runs.Count > 0 && runs[^1].Last == id - 1)
            {
                runs[^1] = (runs[^1].First, id);
            }
            else
            {
                runs.Add((id, id));
            }
        }

        return string.Join(',', runs.Select(r => r.First == r.Last ? Text(r.First) : $"{Text(r.First)}-{Text(r.Last)}"));
    }

    /// <summary>Reads ids back.</summary>
    public static IEnumerable<int> IdsOf(string runs)
    {
        foreach (var run in runs.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = run.IndexOf('-', StringComparison.Ordinal);
            var first = int.Parse(dash < 0 ? run : run[..dash], CultureInfo.InvariantCulture);
            var last = dash < 0 ? first : int.Parse(run[(dash + 1)..], CultureInfo.InvariantCulture);
            for (var id = first; id <= last; id++)
            {
                yield return id;
            }
        }
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
