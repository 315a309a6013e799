using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>What is kept with a point to filter it, and the filters over it. Days are numbers: ranges need no care for what is absent.</summary>
internal static class QdrantFilter
{
    /// <summary>The fields that filters name, with their indexes: a filter over any other field is refused by the server.</summary>
    public static IReadOnlyList<(string Field, object Schema)> Indexes { get; } =
    [
        ("tenant", new { type = "keyword", is_tenant = true }),
        ("document", new { type = "keyword" }),
        ("collection", new { type = "keyword" }),
        ("readers", new { type = "keyword" }),
        ("companies", new { type = "keyword" }),
        ("from", new { type = "integer", lookup = false, range = true }),
        ("until", new { type = "integer", lookup = false, range = true }),
    ];

    /// <summary>Gets what is kept with a point.</summary>
    public static IReadOnlyDictionary<string, object> PayloadOf(string tenant, long key, MirroredPassage passage)
        => new Dictionary<string, object>(LabelOf(passage)) { ["tenant"] = tenant, ["key"] = key, ["collection"] = passage.Document.Collection };

    /// <summary>Gets the part of it that may change while text and vectors stay: the same for all passages of a document.</summary>
    public static IReadOnlyDictionary<string, object> LabelOf(MirroredPassage passage) => new Dictionary<string, object>
    {
        ["document"] = NameOf(passage.Document),
        ["readers"] = passage.Readers,
        ["companies"] = passage.Companies,
        ["from"] = passage.ValidFrom?.DayNumber ?? 0,
        ["until"] = Math.Min(passage.ValidTo?.DayNumber ?? int.MaxValue, passage.SupersededOn is { } day ? day.DayNumber - 1 : int.MaxValue),
    };

    /// <summary>Gets the filter that lets through all of a store.</summary>
    public static object All(string tenant) => new { must = new object[] { Is("tenant", tenant) } };

    /// <summary>Gets the filter of a question.</summary>
    public static object Of(string tenant, PassageFilter filter)
    {
        List<object> must =
        [
            Is("tenant", tenant),
            Any("readers", filter.Reader.Names.Append(DocumentLabel.Everyone)),
            Any("companies", filter.Reader.Companies.Append(DocumentLabel.Everyone).Select(c => c.ToUpperInvariant())),
            new { key = "from", range = new { lte = filter.Day.DayNumber } },
            new { key = "until", range = new { gte = filter.Day.DayNumber } },
        ];
        if (filter.Collection is { } collection)
        {
            must.Add(Is("collection", collection));
        }

        if (filter.Only is { } only)
        {
            must.Add(Any("document", only.Select(NameOf)));
        }

        return filter.Except.Count == 0
            ? new { must }
            : new { must, must_not = new[] { Any("document", filter.Except.Select(NameOf)) } };
    }

    /// <summary>Says whether a filter lets nothing through, whatever there is.</summary>
    public static bool IsClosed(PassageFilter filter) => filter.Reader.Names.Count == 0 || filter.Only is { Count: 0 };

    // A collection's name holds no slash.
    private static string NameOf(DocumentKey document) => $"{document.Collection}/{document.Id}";

    private static object Is(string key, string value) => new { key, match = new { value } };

    private static object Any(string key, IEnumerable<string> values) => new { key, match = new { any = values.Distinct(StringComparer.Ordinal) } };
}
