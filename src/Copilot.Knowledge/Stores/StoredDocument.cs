using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores;

/// <summary>A document as it is kept.</summary>
internal sealed record StoredDocument
{
    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets where it came from: a full path.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what it says about itself.</summary>
    public required DocumentLabel Label { get; init; }

    /// <summary>Gets its text; the places of passages refer to it.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the hash of its text and of the way it was cut.</summary>
    public required string TextHash { get; init; }
}
