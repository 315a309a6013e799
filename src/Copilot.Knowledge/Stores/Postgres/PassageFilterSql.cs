using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The filters of a query over <c>document d</c>, as conditions that the server checks inside each leg.</summary>
internal static class PassageFilterSql
{
    /// <summary>The reader's names, over <c>rights r</c>.</summary>
    public const string Reader = "r.readers && @names::text[]";

    /// <summary>The reader's companies, over <c>rights r</c>; both sides are upper case.</summary>
    public const string Company = "r.companies && @companies::text[]";

    /// <summary>The rights. A set of them is judged once, however many documents have it.</summary>
    public const string Rights = $"d.rights in (select r.key from rights r where {Reader} and {Company})";

    /// <summary>The day lies in the document's validity.</summary>
    public const string Valid = "((d.valid_from is null or d.valid_from <= @day) and (d.valid_to is null or d.valid_to >= @day))";

    /// <summary>No other document has taken its place by the day.</summary>
    public const string Current = "(d.superseded_on is null or d.superseded_on > @day)";

    /// <summary>The collection, and the documents wanted and unwanted.</summary>
    public const string Chosen =
        """
        (@collection::text is null or d.collection = @collection::text)
        and (@only_ids::text[] is null or (d.collection, d.id) in (select * from unnest(@only_collections::text[], @only_ids::text[])))
        and (@except_ids::text[] is null or (d.collection, d.id) not in (select * from unnest(@except_collections::text[], @except_ids::text[])))
        """;

    /// <summary>All but the rights.</summary>
    public const string ButRights = $"d.live and {Valid} and {Current} and {Chosen}";

    /// <summary>All of them.</summary>
    public const string All = $"{Rights} and {ButRights}";

    /// <summary>The values of the parameters named above.</summary>
    public static (string Name, object? Value)[] Values(PassageFilter filter) =>
    [
        ("names", Names(filter.Reader.Names)),
        ("companies", Companies([.. filter.Reader.Companies, DocumentLabel.Everyone])),
        ("day", filter.Day),
        ("collection", filter.Collection),
        ("only_collections", filter.Only?.Select(d => d.Collection).ToArray()),
        ("only_ids", filter.Only?.Select(d => d.Id).ToArray()),
        ("except_collections", filter.Except.Count == 0 ? null : filter.Except.Select(d => d.Collection).ToArray()),
        ("except_ids", filter.Except.Count == 0 ? null : filter.Except.Select(d => d.Id).ToArray()),
    ];

    /// <summary>The names as they are compared: companies without regard to case.</summary>
    public static string[] Companies(IEnumerable<string> names) => Set(names.Select(n => n.ToUpperInvariant()));

    /// <summary>Names once each, in an order of their own.</summary>
    public static string[] Set(IEnumerable<string> names) => [.. PostgresText.Whole(names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Who has no name has no rights, not even those of everyone.
    private static string[] Names(IReadOnlyList<string> names) => names.Count == 0 ? [] : Set([.. names, DocumentLabel.Everyone]);
}
