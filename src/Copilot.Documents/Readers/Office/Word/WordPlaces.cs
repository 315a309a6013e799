using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>Tells whether a drawing stands where no page is.</summary>
internal static partial class WordPlaces
{
    // The largest page is 22 inches; a drawing moved farther than that, or 3 inches before the page, is out of sight. 914,400 units make an inch.
    private const long Farthest = 22 * 914_400;
    private const long Before = -3 * 914_400;

    /// <summary>Says whether the drawing is out of sight, by either way of placing or by its own switch.</summary>
    public static bool IsOffPage(OfficeNode drawing)
        => drawing.Deep("posOffset").Any(o => long.TryParse(o.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && at is < Before or > Farthest)
            || drawing.Deep("docPr").Any(p => p["hidden"] is "1" or "true")
            || drawing.Children.Select(c => c["style"]).Any(s => s is not null && (Hidden().IsMatch(s) || Left().Matches(s).Any(IsFar)));

    private static bool IsFar(Match match) => double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points is < -216 or > 1584;

    [GeneratedRegex(@"(?:margin-left|margin-top|left|top)\s*:\s*(-?[\d.]+)(?:pt)?\s*(?:;|$)")]
    private static partial Regex Left();

    [GeneratedRegex(@"visibility\s*:\s*hidden")]
    private static partial Regex Hidden();
}
