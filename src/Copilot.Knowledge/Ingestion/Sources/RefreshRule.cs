using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Ingestion;

/// <summary>When a source is looked at again.</summary>
/// <param name="AtStart">Whether it is when the service starts.</param>
/// <param name="Watched">Whether its folder is watched.</param>
/// <param name="Every">After how long it is looked at again and again, or null.</param>
internal sealed partial record RefreshRule(bool AtStart, bool Watched, TimeSpan? Every)
{
    /// <summary>What may be written, for people.</summary>
    public const string Choices = "\"start\", \"watch\", \"manual\", \"every 15 minutes\" or \"every 2 hours\"";

    /// <summary>Gets the rule of a source that names none: when the service starts.</summary>
    public static RefreshRule Start { get; } = new(true, false, null);

    /// <summary>Writes the rule as it may be written in the file.</summary>
    public override string ToString()
        => this switch
        {
            { Watched: true } => "watch",
            { Every: { } every } => every.TotalMinutes % 60 == 0 ? Told(every.TotalHours, "hour") : Told(every.TotalMinutes, "minute"),
            { AtStart: true } => "start",
            _ => "manual",
        };

    /// <summary>Reads a rule, or gives null when it is none.</summary>
    public static RefreshRule? Read(string text)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "start":
                return Start;
            case "watch":
                return new RefreshRule(true, true, null);
            case "manual":
                return new RefreshRule(false, false, null);
        }

        var match = Interval().Match(text.Trim());
        return match.Success && int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) is > 0 and var n
            ? new RefreshRule(true, false, match.Groups["u"].Value.StartsWith("h", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromHours(n) : TimeSpan.FromMinutes(n))
            : null;
    }

    private static string Told(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"every {count:0} {unit}{(count > 1 ? "s" : string.Empty)}");

    [GeneratedRegex(@"^every\s+(?<n>\d{1,4})\s+(?<u>minutes?|hours?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interval();
}
