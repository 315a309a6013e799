namespace Copilot.Documents.Extraction.Edi;

/// <summary>A segment of an EDI file.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Elements">Its elements after the tag, each with its components.</param>
/// <param name="Number">Its place in the file, from 1.</param>
internal sealed record EdiSegment(string Tag, IReadOnlyList<IReadOnlyList<string>> Elements, int Number)
{
    /// <summary>Gets its place for people.</summary>
    public string Place => $"segment {Number} ({Tag})";

    /// <summary>Gets a component, or null when it is empty or not there.</summary>
    /// <param name="element">The element, from 1.</param>
    /// <param name="component">The component, from 1.</param>
    public string? At(int element, int component = 1)
        => element <= Elements.Count && component <= Elements[element - 1].Count && Elements[element - 1][component - 1] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
