using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Reads values of ERP rows, where an empty field is <c>false</c> and a many2one is <c>[id, name]</c>.</summary>
internal static class Rows
{
    /// <summary>The row's id.</summary>
    public static int Id(this JsonObject row) => row["id"]!.GetValue<int>();

    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonObject row, string field)
        => row[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A number; empty counts as 0.</summary>
    public static decimal Number(this JsonObject row, string field)
        => row[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : 0;

    /// <summary>The id of a many2one, or null.</summary>
    public static int? Link(this JsonObject row, string field) => row[field] is JsonArray { Count: > 0 } pair ? pair[0]!.GetValue<int>() : null;

    /// <summary>The name of a many2one, or null.</summary>
    public static string? LinkName(this JsonObject row, string field) => row[field] is JsonArray { Count: > 1 } pair ? pair[1]!.GetValue<string>() : null;

    /// <summary>The ids of a many2many.</summary>
    public static IReadOnlyList<int> Links(this JsonObject row, string field) => row[field] is JsonArray ids ? [.. ids.Select(i => i!.GetValue<int>())] : [];

    /// <summary>Ids as a domain's list.</summary>
    public static string List(IEnumerable<int> ids) => "[" + string.Join(',', ids.Distinct().Order()) + "]";
}
