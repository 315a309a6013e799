using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Forecasting.Tools;

/// <summary>What a person says within a request to set a figure: the figure behind "to" or "with", and the reason behind "because". Both are untrusted.</summary>
internal static partial class SaidReason
{
    private const int Least = 3;

    /// <summary>The reason in a request; null when none is given.</summary>
    /// <param name="question">The request.</param>
    public static string? In(string question)
    {
        var match = Because().Match(question);
        var said = match.Success ? Wording.Clean(match.Groups["why"].Value, 160).Trim(' ', '.', '!', '"', '\'', ':') : string.Empty;
        return said.Length >= Least ? said : null;
    }

    /// <summary>The figure in a request; null when none is given, or several that differ.</summary>
    /// <param name="question">The request.</param>
    public static double? Quantity(string question)
    {
        var asked = Because().Replace(question, string.Empty);
        var found = Figure().Matches(asked).Select(m => double.Parse(m.Groups["figure"].Value.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)).Distinct().ToList();
        return found is [var one] ? one : null;
    }

    [GeneratedRegex(@"\b(?:because(?:\s+of)?|due\s+to|reason(?:\s+is)?\b:?|owing\s+to|on\s+account\s+of|wegen|weil|vanwege|omdat)\s+(?<why>\S.{0,400})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 200)]
    private static partial Regex Because();

    // A day of a month, a number of weeks and a year are no quantities.
    [GeneratedRegex(@"\b(?:to|with|at|is|plan|put|use|enter|keep|expect|auf|mit)\s+(?<figure>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?)(?![\d\w/,%-]|\.\d|\s*(?:%|st\b|nd\b|rd\b|th\b|days?\b|weeks?\b|months?\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Figure();
}
