using System.Text.RegularExpressions;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>Which of two names is the source and which the destination, by the words before them.</summary>
internal static class Direction
{
    private const string Source = "from|off|out of|away from|reserved for|of";
    private const string Destination = "to|for|into|onto|give|towards";

    /// <summary>Whether the names stand in the order source, destination; and whether the words say so or it is only their order.</summary>
    public static (bool InOrder, bool IsSure) Sort(string question, string first, string second)
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

    private static string? Side(string question, string name)
    {
        var digits = name.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/-"]).TrimStart('0');
        foreach (var said in new[] { name, digits }.Where(s => s.Length > 0))
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
