using System.Text.Json.Nodes;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>Elements of Adaptive Cards 1.5. Text goes into runs, which are shown as they are: markdown in a value stays what it is, a value.</summary>
internal static class AdaptiveCard
{
    /// <summary>The type of such attachments.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Makes a card.</summary>
    /// <param name="body">Its elements.</param>
    /// <returns>The card.</returns>
    public static JsonObject Of(IEnumerable<JsonNode> body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = new JsonArray([.. body]),
    };

    /// <summary>Makes a line of text.</summary>
    /// <param name="text">The text; data, never markup.</param>
    /// <param name="weight">How bold it is: <c>Default</c>, <c>Bolder</c> or <c>Lighter</c>.</param>
    /// <param name="size">How large it is: <c>Small</c>, <c>Default</c>, <c>Medium</c>, <c>Large</c>.</param>
    /// <param name="color">Its colour by meaning: <c>Default</c>, <c>Good</c>, <c>Warning</c>, <c>Attention</c>.</param>
    /// <param name="right">Whether it stands on the right.</param>
    /// <param name="subtle">Whether it is less important.</param>
    /// <returns>The element.</returns>
    public static JsonObject Line(string text, string weight = "Default", string size = "Default", string color = "Default", bool right = false, bool subtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text.Length == 0 ? " " : text, ["weight"] = weight, ["size"] = size, ["color"] = color };
        if (subtle)
        {
            run["isSubtle"] = true;
        }

        var line = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
        if (right)
        {
            line["horizontalAlignment"] = "Right";
        }

        return line;
    }

    /// <summary>Makes a heading.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The element.</returns>
    public static JsonObject Heading(string text) => Line(text, "Bolder", "Medium");

    /// <summary>Makes a table.</summary>
    /// <param name="widths">How wide each column is against the others.</param>
    /// <param name="rows">The rows of cells.</param>
    /// <param name="headed">Whether the first row is a heading.</param>
    /// <returns>The element.</returns>
    public static JsonObject Table(IEnumerable<int> widths, IEnumerable<IEnumerable<JsonObject>> rows, bool headed) => new()
    {
        ["type"] = "Table",
        ["firstRowAsHeader"] = headed,
        ["showGridLines"] = headed,
        ["columns"] = new JsonArray([.. widths.Select(width => new JsonObject { ["width"] = width })]),
        ["rows"] = new JsonArray([.. rows.Select(row => new JsonObject
        {
            ["type"] = "TableRow",
            ["cells"] = new JsonArray([.. row.Select(cell => new JsonObject { ["type"] = "TableCell", ["items"] = new JsonArray(cell) })]),
        })]),
    };

    /// <summary>Makes names with their values.</summary>
    /// <param name="pairs">The names and values.</param>
    /// <returns>The element.</returns>
    public static JsonObject Pairs(IEnumerable<(string Name, string Value)> pairs)
        => Table([1, 2], pairs.Select(pair => (IEnumerable<JsonObject>)[Line(pair.Name, subtle: true), Line(pair.Value)]), headed: false);
}
