using System.Text.Json.Nodes;

namespace Copilot.Contracts;

/// <summary>Rows and columns.</summary>
public sealed record TableCard : Card
{
    /// <summary>Gets the columns.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Gets the rows; each has one value a column: a string, a number, a boolean or null, dates as ISO 8601 strings.</summary>
    public required IReadOnlyList<IReadOnlyList<JsonValue?>> Rows { get; init; }

    /// <summary>Gets how many rows there are in all, when more than are shown.</summary>
    public int? TotalRows { get; init; }
}
