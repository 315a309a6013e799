using System.Text.RegularExpressions;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>Which of two names is the source and which the destination, by the words before them.</summary>
internal static class Direction
{
    private const string Source = "from|off|out of|away from|reserved for|of";
    private const string Destination = "to|for|into|onto|give|towards";

    /// <summary>Whether the names stand in the order source, destination; and whether the words say so or it is only their order.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="first">How the first may be called.</param>
    /// <param name="second">How the second may be called.</param>
    public static (bool InOrder, bool IsSure) Sort(string question, IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var (a, b) = (Side(question, first), Side(question, second));
        return (a, b) switch
        {
            ("source", not "source") => (true, true),
            ("destination", not "destination") => (false, true),
            (null, "destination") => (true, true),
            (null, "source") => (false, true),
            _ => (true, question.Length == 0),
        };
    }

    /// <summary>The digits a document is called by: S00042 is "order 42" too.</summary>
    public static string Digits(string name) => name[name.TrimEnd([.. "0123456789"]).Length..].TrimStart('0');

    private static string? Side(string question, IReadOnlyList<string> names)
    {
        foreach (var said in names.Where(s => s.Length > 0))
        {
            var match = Regex.Match(
                question,
                $@"\b(?<before>{Source}|{Destination})\s+(?:(?:the|our|order|orders|delivery|transfer|warehouse|site|stock|pick|so)\s+)*[A-Za-z/-]*0*{Regex.Escape(said)}\b",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                TimeSpan.FromMilliseconds(200));
            if (match.Success)
            {
                return Regex.IsMatch(match.Groups["before"].Value, $"^(?:{Source})$", RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(200)) ? "source" : "destination";
            }
        }

        return null;
    }
}
