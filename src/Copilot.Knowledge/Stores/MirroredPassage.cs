namespace Copilot.Knowledge.Stores;

/// <summary>A passage with all that an index needs to find and to filter it.</summary>
internal sealed record MirroredPassage
{
    /// <summary>Gets its document.</summary>
    public required DocumentKey Document { get; init; }

    /// <summary>Gets who may read it.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>Gets the companies it holds for, upper case.</summary>
    public required IReadOnlyList<string> Companies { get; init; }

    /// <summary>Gets the first day it holds, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day it holds, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Gets the day on which the first of its successors takes its place, or null without one.</summary>
    public DateOnly? SupersededOn { get; init; }

    /// <summary>Gets what is indexed of it.</summary>
    public required IndexedChunk Indexed { get; init; }

    /// <summary>Gets its vectors by space; none when only its label changed.</summary>
    public required IReadOnlyDictionary<string, float[]> Vectors { get; init; }
}
