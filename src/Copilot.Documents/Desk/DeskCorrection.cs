using System.Text.Json.Serialization;

namespace Copilot.Documents.Desk;

/// <summary>What a person corrected in one value.</summary>
/// <param name="Name">The field, <c>type</c>, or <c>lines</c>.</param>
/// <param name="Before">What was read, as text; null when nothing was.</param>
/// <param name="After">What it is, as text; null when there is no such value.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record DeskCorrection(string Name, string? Before, string? After, string By, DateTimeOffset At)
{
    /// <summary>Gets the page the value stands on, when it was picked there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>Gets its left, top, right and bottom in points, when it was picked on the page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? Box { get; init; }
}
