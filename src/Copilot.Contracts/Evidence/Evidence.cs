namespace Copilot.Contracts;

/// <summary>Something a tool found, that a sentence of the answer can stand on.</summary>
public sealed record Evidence
{
    /// <summary>Gets an id, unique within the turn and stable for the same thing: <c>sale.order:42</c>, <c>passage:sop-returns#3</c>, <c>calc:late:42</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Gets a title for people: "Sales order S00042", "Returns SOP, revision 4, § 3 Time limits".</summary>
    public required string Title { get; init; }

    /// <summary>Gets where the original is, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets the part that matters, plain text. For a passage: its exact words.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Gets when it was read, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Gets its version: a revision, or a record's <c>write_date</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the values it holds; every number, date and code an answer draws from it is one of these or stands in the excerpt.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Gets the record, for records.</summary>
    public RecordRef? Record { get; init; }

    /// <summary>Gets the place in a document, for passages.</summary>
    public PassagePlace? Place { get; init; }

    /// <summary>Gets the arithmetic, for calculations.</summary>
    public Calculation? Calculation { get; init; }
}
