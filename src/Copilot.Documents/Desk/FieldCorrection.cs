namespace Copilot.Documents.Desk;

/// <summary>A value as a person gives it. Untrusted.</summary>
public sealed record FieldCorrection
{
    /// <summary>Gets the field, or <c>type</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the value as it is written; null or empty when there is no such value.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the page it was picked on.</summary>
    public int? Page { get; init; }

    /// <summary>Gets its left, top, right and bottom in points, when it was picked on the page.</summary>
    public IReadOnlyList<double>? Box { get; init; }
}
