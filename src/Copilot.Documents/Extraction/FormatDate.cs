using System.Globalization;

namespace Copilot.Documents.Extraction;

/// <summary>Dates as exact formats write them, given back as ISO 8601 days.</summary>
internal static class FormatDate
{
    private static readonly string[] Compact = ["yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    /// <summary>Reads a date; one that can't be read is told and left out.</summary>
    /// <param name="text">The date: <c>2026-03-04</c> with or without time or zone, <c>20260304</c>, <c>260304</c>; or null.</param>
    /// <param name="draft">The document.</param>
    /// <param name="place">Where it stands, for people.</param>
    public static string? Read(string? text, DocumentDraft draft, string place)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = text.Trim();
        DateOnly day;
        if (text.Length >= 10 && text[4] == '-' && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Iso(day);
        }

        if (DateTime.TryParseExact(text, Compact, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return Iso(DateOnly.FromDateTime(moment));
        }

        // Two digits of a year are those of this century: the formats that write them are not older than its documents.
        if (text.Length is 6 or 10 && text.All(char.IsAsciiDigit) && DateOnly.TryParseExact("20" + text[..6], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Iso(day);
        }

        draft.Doubt($"{place}: \"{DocumentDraft.Short(text)}\" is not a date and was left out");
        return null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
