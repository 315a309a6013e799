using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>One file that is to be taken in, with all that must be known for it; kept in the queue as JSON.</summary>
internal sealed record FileTask
{
    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets its source, unique in the collection.</summary>
    public required string Source { get; init; }

    /// <summary>Gets its name with extension, as people see it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where its bytes are, or null when they must be fetched from a feed.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the id it gets when it names none itself, or null to make one from its name.</summary>
    public string? DefaultId { get; init; }

    /// <summary>Gets its title when it names none itself and the system it comes from does, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the readers given for this one ingestion, or null.</summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>Gets what its source says about it, or null.</summary>
    public SourceRule? Rule { get; init; }

    /// <summary>Gets a value indicating whether its bytes are kept under <c>originals</c>: the path does not stay.</summary>
    public bool KeepBytes { get; init; }

    /// <summary>Gets the feed it comes from, or null.</summary>
    public string? Feed { get; init; }

    /// <summary>Gets what the feed says about it, or null.</summary>
    public FeedEntry? Entry { get; init; }
}
