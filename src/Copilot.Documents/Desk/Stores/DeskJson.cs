using System.Globalization;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Documents.Desk.Stores;

/// <summary>How documents are written into rows and read back.</summary>
internal static class DeskJson
{
    public static string Of(DeskDocument document) => JsonSerializer.Serialize(document, ContractJson.Options);

    public static DeskDocument Document(string kept, string tenant)
    {
        var document = JsonSerializer.Deserialize<DeskDocument>(kept, ContractJson.Options)!;
        return document with { Tenant = tenant, Extraction = Plain(document.Extraction), AsRead = Plain(document.AsRead) };
    }

    /// <summary>Makes text from outside such that every store can keep it: PostgreSQL has no U+0000, and none has half a character.</summary>
    public static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            kept.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        }

        return kept.ToString();
    }

    // A value is a text or a decimal number; JSON gives an element.
    private static ExtractedDocument? Plain(ExtractedDocument? document) => document is null ? null : document with
    {
        Fields = document.Fields.ToDictionary(f => f.Key, f => f.Value with { Value = Plain(f.Value.Value) }, StringComparer.Ordinal),
        MoreDocuments = document.MoreDocuments?.Select(d => Plain(d)!).ToList(),
    };

    private static object Plain(object value) => value is not JsonElement element ? value
        : element.ValueKind == JsonValueKind.Number ? decimal.Parse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)
        : element.ToString();
}
