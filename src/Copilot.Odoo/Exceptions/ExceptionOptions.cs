using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions;

/// <summary>How the watch over exceptions works: the keys <c>Copilot:Exceptions:…</c>. Checked when the program starts.</summary>
public sealed class ExceptionOptions
{
    /// <summary>Gets or sets a value indicating whether the business system is watched (default yes). Off: nothing is found, and the list says so.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets how often it is looked for changes, in seconds (default 30; 5 to 3600). A look is one small read for each watched model.</summary>
    public int PollSeconds { get; set; } = 30;

    /// <summary>Gets or sets after how long everything is looked through even without a change, in minutes (default 15; 1 to 1440): deleted records and the passing of time leave no other trace.</summary>
    public int SweepMinutes { get; set; } = 15;

    /// <summary>Gets or sets after how long without a look people are told that the list is old, in minutes (default 10; 1 to 1440).</summary>
    public int StaleMinutes { get; set; } = 10;

    /// <summary>Gets or sets how often a person is told of news at most, in minutes (default 5; 1 to 1440). What comes in between is told together.</summary>
    public int PaceMinutes { get; set; } = 5;

    /// <summary>Gets or sets the least score people are told of, by role: <c>sales-rep=60,*=40</c> (the default is 40 for all). A person with several roles has the lowest of them. Does not shorten the list.</summary>
    public string Thresholds { get; set; } = "*=40";

    /// <summary>Gets or sets the IANA time zone in which days are counted while scanning (default Europe/Paris).</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>Gets or sets the secret that a webhook of the business system must know (at least 16 characters). Empty: there is no webhook.</summary>
    public string WebhookSecret { get; set; } = string.Empty;

    internal TimeSpan Poll => TimeSpan.FromSeconds(PollSeconds);

    internal TimeSpan Sweep => TimeSpan.FromMinutes(SweepMinutes);

    internal TimeSpan StaleAfter => TimeSpan.FromMinutes(StaleMinutes);

    /// <summary>The least score a person is told of.</summary>
    internal double ThresholdOf(Caller caller)
    {
        var known = Read(Thresholds) ?? [];
        return caller.Roles.Select(r => known.TryGetValue(r, out var own) ? own : known.GetValueOrDefault("*", 40)).DefaultIfEmpty(double.MaxValue).Min();
    }

    /// <summary>Reads thresholds; null when they can't be read.</summary>
    internal static Dictionary<string, double>? Read(string text)
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=', StringSplitOptions.TrimEntries) is not [var role, var value] || (role != "*" && !RoleNames.All.Contains(role))
                || !double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) || score > 100)
            {
                return null;
            }

            read[role] = score;
        }

        return read;
    }
}
