using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>A value of a document.</summary>
/// <param name="Value">A text, a date as ISO 8601 text, or an amount as a decimal number.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
public sealed record ExtractedField(object Value, double Confidence)
{
    /// <summary>Gets the page it stands on, from 1; null for formats without pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Gets its left, top, right and bottom in points from the page's top left; null for formats without pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? Box { get; init; }
}
