using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Teams;

/// <summary>What Teams refuses, with its own status: the documented limits of activities, citations and cards.</summary>
public static class ActivityRules
{
    private const int LargestActivity = 80 * 1024;
    private static readonly string[] Types = ["message", "typing"];
    private static readonly string[] ElementTypes =
        ["AdaptiveCard", "RichTextBlock", "TextRun", "Table", "TableRow", "TableCell", "ColumnSet", "Column", "Input.Text", "Action.Execute", "Action.Submit", "Action.OpenUrl",
        "Action.ShowCard", "ActionSet", "Chart.Line"];

    /// <summary>Finds what is wrong with an activity.</summary>
    /// <returns>The faults; none when Teams takes it.</returns>
    public static IReadOnlyList<string> Faults(JsonObject activity)
    {
        List<string> faults = [];
        var type = (string?)activity["type"];
        Require(faults, Types.Contains(type), $"type {type}");
        Require(faults, Encoding.Unicode.GetByteCount(activity.ToJsonString()) <= 2 * LargestActivity, "larger than the limit");
        Require(faults, !string.IsNullOrEmpty((string?)activity["from"]?["id"]), "no from");
        Require(faults, !string.IsNullOrEmpty((string?)activity["conversation"]?["id"]), "no conversation");
        Require(faults, type != "message" || !string.IsNullOrEmpty((string?)activity["text"]) || activity["attachments"]?.AsArray().Count > 0, "a message with nothing in it");
        var entities = activity["entities"]?.AsArray().Select(e => e!.AsObject()).ToList() ?? [];
        var roots = entities.Where(e => (string?)e["type"] == "https://schema.org/Message").ToList();
        Require(faults, roots.Count <= 1, "multiple root message entities");
        foreach (var root in roots)
        {
            Citations(faults, root, (string?)activity["text"] ?? string.Empty);
        }

        foreach (var card in activity["attachments"]?.AsArray() ?? [])
        {
            if ((string?)card!["contentType"] == "application/vnd.microsoft.card.oauth")
            {
                Require(faults, ((string?)card["content"]!["tokenExchangeResource"]?["uri"])?.StartsWith("api://", StringComparison.Ordinal) == true, "a sign-in without what it is for");
                continue;
            }

            Require(faults, (string?)card["contentType"] == "application/vnd.microsoft.card.adaptive", "an attachment of another type");
            Card(faults, card["content"]!.AsObject());
        }

        return faults;
    }

    /// <summary>Checks an Adaptive Card.</summary>
    public static void Card(List<string> faults, JsonObject card)
    {
        Require(faults, (string?)card["version"] == "1.5", "a card of another version");
        Require(faults, card["body"]!.AsArray().Count > 0, "a card without a body");
        if (card["refresh"]?["userIds"] is JsonArray users)
        {
            Require(faults, users.Count is > 0 and <= 60, "refresh for nobody or too many");
        }

        Elements(faults, card);
    }

    private static void Elements(List<string> faults, JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Elements(faults, item);
            }
        }
        else if (node is JsonObject element)
        {
            if ((string?)element["type"] is { } type)
            {
                Require(faults, ElementTypes.Contains(type), $"an element {type}");
                Require(faults, type != "TextRun" || ((string?)element["text"])?.Length > 0, "a text run without text");
                Require(faults, type != "Table" || element["rows"]!.AsArray().All(r => r!["cells"]!.AsArray().Count == element["columns"]!.AsArray().Count), "a table whose rows have other columns");
                Require(faults, type != "Chart.Line" || (element["fallback"]?.ToString() == "drop" && element["data"]!.AsArray().All(line => line!["values"]!.AsArray().Count > 0)), "a chart without values, or without a way out for clients that draw none");
                Require(faults, type != "Action.Execute" || (element["verb"] is not null && element["data"] is JsonObject), "an action without verb or data");
            }

            foreach (var (name, value) in element)
            {
                if (name != "data")
                {
                    Elements(faults, value);
                }
            }
        }
    }

    private static void Citations(List<string> faults, JsonObject root, string text)
    {
        Require(faults, root["@type"]?.ToString() == "Message" && root["@context"]?.ToString() == "https://schema.org", "a root entity without type and context");
        Require(faults, root["usageInfo"] is not { } label || (label["@type"]?.ToString() == "CreativeWork" && ((string?)label["@id"])?.Length > 0 && ((string?)label["name"])?.Length > 0), "a label without id or name");
        var claims = root["citation"]?.AsArray() ?? [];
        Require(faults, claims.Count <= 20, "more than 20 citations");
        Require(faults, claims.Select(c => (int)c!["position"]!).Distinct().Count() == claims.Count, "two citations at one position");
        foreach (var claim in claims)
        {
            var shown = claim!["appearance"]!.AsObject();
            Require(faults, text.Contains($"[{(int)claim["position"]!}]", StringComparison.Ordinal), "a citation without its mark");
            Require(faults, ((string?)shown["name"])?.Length is > 0 and <= 80, "a citation's name");
            Require(faults, ((string?)shown["abstract"])?.Length is > 0 and <= 160, "a citation's abstract");
            Require(faults, (shown["keywords"]?.AsArray() ?? []) is var words && words.Count <= 3 && words.All(w => ((string)w!).Length <= 28), "a citation's keywords");
            Require(faults, shown["url"] is null || ((string)shown["url"]!).StartsWith("https://", StringComparison.Ordinal), "a citation's link");
        }
    }

    private static void Require(List<string> faults, bool holds, string otherwise)
    {
        if (!holds)
        {
            faults.Add(otherwise);
        }
    }
}
