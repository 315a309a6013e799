using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Host.Channels.Teams.Telling;

/// <summary>What somebody says about being told of exceptions: <c>alerts off</c>, <c>alerts on</c>, <c>alerts 70</c>.</summary>
internal static partial class AlertWish
{
    /// <summary>The word for nothing at all.</summary>
    public const string Off = "off";

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message, without mentions.</param>
    /// <param name="threshold"><see cref="Off"/>, a number from 0 to 100, or null for what the role has.</param>
    /// <returns>False when the message is about something else.</returns>
    public static bool TryRead(string text, out string? threshold)
    {
        threshold = null;
        var found = Said().Match(text);
        if (!found.Success)
        {
            return false;
        }

        var word = found.Groups[1].Value.ToLowerInvariant();
        threshold = word switch
        {
            "on" => null,
            Off => Off,
            _ => int.Parse(word, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        };
        return true;
    }

    [GeneratedRegex(@"^\s*alerts?\s+(on|off|100|[0-9]{1,2})[.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
