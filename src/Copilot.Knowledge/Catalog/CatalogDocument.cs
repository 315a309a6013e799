namespace Copilot.Knowledge;

/// <summary>A document in an operator's list.</summary>
public sealed record CatalogDocument
{
    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets its id, unique in its collection.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets where it came from: a file's path, a path with a member, a feed's key.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the format it was read as.</summary>
    public required string Format { get; init; }

    /// <summary>Gets its language, an ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>Gets what kind of document it is, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets the revision, or null.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the first day it holds, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day it holds, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Gets the id of the document that replaces it, or null.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Gets who may read it: roles, <c>user:ID</c>, <c>all</c>.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>Gets the record whose readers may read it, such as <c>sale.order 42</c>, or null.</summary>
    public string? Gate { get; init; }

    /// <summary>Gets the companies it holds for, or <c>all</c>.</summary>
    public required IReadOnlyList<string> Companies { get; init; }

    /// <summary>Gets whom or what it is about.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>Gets how many pages it has, or null.</summary>
    public int? Pages { get; init; }

    /// <summary>Gets how many characters it has.</summary>
    public required int Length { get; init; }

    /// <summary>Gets how many passages it was cut into.</summary>
    public required int Passages { get; init; }

    /// <summary>Gets remarks on how it was read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
