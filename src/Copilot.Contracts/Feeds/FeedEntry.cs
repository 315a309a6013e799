namespace Copilot.Contracts;

/// <summary>A document in another system.</summary>
public sealed record FeedEntry
{
    /// <summary>Gets its key there, stable: <c>ir.attachment:17</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Gets its file name with extension.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Gets its version; the same version is not fetched again.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the record whose readers may read it, checked again at answer time.</summary>
    public required RecordRef Gate { get; init; }

    /// <summary>Gets the company it belongs to, by name, or null for all.</summary>
    public string? Company { get; init; }

    /// <summary>Gets whom or what it is about, by name.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Gets where it opens there, or null.</summary>
    public string? Uri { get; init; }
}
