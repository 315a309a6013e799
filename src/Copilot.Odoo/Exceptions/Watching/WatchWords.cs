using System.Globalization;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions.Watching;

/// <summary>What people are told when the watch does not work as it should.</summary>
internal static class WatchWords
{
    /// <summary>What is wrong, in whole sentences; null when nothing is.</summary>
    public static string? Stale(WatchState state, ExceptionOptions options, DateTimeOffset now)
    {
        var told = new List<string>();
        if (!options.Enabled)
        {
            told.Add("The watch over exceptions is switched off.");
        }

        if (state.LookedAt is not { } looked)
        {
            told.Add("The business system has not been looked through yet, so nothing is known.");
        }
        else if (now - looked >= options.StaleAfter)
        {
            told.Add(string.Create(CultureInfo.InvariantCulture, $"The business system was last looked at on {looked.UtcDateTime:d MMM yyyy} at {looked.UtcDateTime:HH:mm} UTC, {Ago(now - looked)} ago; what happened since is not in this list."));
        }

        if (state.Trouble is { } trouble && (told.Count > 0 || now - (state.LookedAt ?? now) >= 3 * options.Poll))
        {
            told.Add(trouble);
        }

        if (state.Blind.Count > 0)
        {
            told.Add($"Not looked for, because the service account may not read what it takes: {Phrase.List(state.Blind.Select(b => (Taxonomy.Find(b)?.Title ?? b).ToLowerInvariant()))}.");
        }

        return told.Count == 0 ? null : string.Join(' ', told);
    }

    public static string Trouble(OdooFault fault) => fault switch
    {
        OdooFault.LoginRefused => "Odoo refuses the service account; an administrator should check Copilot__Odoo__Service__Login and __Secret.",
        OdooFault.AccessDenied => "The service account may not read what the watch needs.",
        OdooFault.TimedOut => "Odoo does not answer the watch in time.",
        OdooFault.Unreachable => "Odoo can't be reached at the moment.",
        _ => "Odoo answers the watch with an error.",
    };

    private static string Ago(TimeSpan span) => span.TotalHours >= 48 ? Phrase.Days((int)span.TotalDays) : span.TotalHours >= 2 ? Phrase.Count((int)span.TotalHours, "hour", "hours") : Phrase.Count((int)span.TotalMinutes, "minute", "minutes");
}
