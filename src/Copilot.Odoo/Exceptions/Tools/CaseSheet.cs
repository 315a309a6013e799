using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions.Tools;

/// <summary>Writes cases into an answer: what is said of one stands on the scan that found it, under the record it is about.</summary>
internal sealed partial class CaseSheet(AnswerSheet sheet)
{
    /// <summary>The case itself as evidence.</summary>
    public string Add(SeenCase seen)
    {
        var (kept, found) = (seen.Kept, seen.Found);
        return sheet.Earlier(
            $"case:{kept.Id}",
            found.Subjects[0].Ref,
            found.Title,
            found.Summary,
            kept.LastSeen,
            [
                FactOf.Text("Kind", seen.Kind.Title), FactOf.Text("Case", found.Title), FactOf.Text("Cause", found.Cause), FactOf.Number("Score", (decimal)kept.Score), FactOf.Percent("Confidence", (decimal)found.Confidence * 100), FactOf.Text("State", StateWord(kept.State)),
                FactOf.Text("Owner", seen.Kind.OwnerRole), FactOf.Date("First found", sheet.Days.Of(kept.FirstSeen)), .. Money(seen),
                .. found.Actions.Select(a => FactOf.Text("Possible action", a.Summary)), .. kept.Reason is { } reason ? new[] { FactOf.Text("Reason", reason) } : [],
                .. DaysOf(string.Join(' ', [found.Summary, found.Cause, .. found.Actions.Select(a => a.Summary)])),
            ]);
    }

    /// <summary>A further sentence of a case as evidence.</summary>
    public string Add(SeenCase seen, CaseDetail detail)
        => sheet.Earlier(FormattableString.Invariant($"case:{seen.Kept.Id}:{detail.Record.Model}:{detail.Record.Id}:{Array.IndexOf([.. seen.Details], detail)}"), detail.Record.Ref, detail.Record.Name, detail.Text, seen.Kept.LastSeen, DaysOf(detail.Text));

    /// <summary>What is at stake for this person, as evidence; null when nothing is known.</summary>
    public string? AddStakes(SeenCase seen)
        => seen.Revenue is { } revenue ? sheet.Sum($"stakes:{seen.Kept.Id}", $"At stake in {seen.Found.Title}", seen.Stakes.Select(s => (s.Record.Name, s.Amount)), revenue.Currency, "net values of what is hit, as far as you may see them") : null;

    /// <summary>What is wrong with the watch; says nothing when nothing is.</summary>
    public void Caveat(string? stale)
    {
        if (stale is not null)
        {
            sheet.Say(FindingRole.Caveat, stale, null, Watch(stale));
        }
    }

    /// <summary>The watch itself as evidence.</summary>
    public string Watch(string? stale, DateTimeOffset? lookedAt = null)
        => sheet.Aggregate("watch", "Watch over exceptions", stale ?? "The business system is looked at again and again.", lookedAt is { } at ? [FactOf.Date("Last looked at", sheet.Days.Of(at))] : []);

    public static string StateWord(ExceptionState state) => state switch
    {
        ExceptionState.New => "new",
        ExceptionState.Seen => "seen",
        ExceptionState.Acting => "being dealt with",
        ExceptionState.Resolved => "resolved",
        _ => "dismissed",
    };

    /// <summary>A role as people say it.</summary>
    public static string RoleWord(string role) => role.Replace('-', ' ');

    /// <summary>The days that a text names, as facts.</summary>
    public static IEnumerable<Fact> DaysOf(string text)
        => Day().Matches(text).Select(m => m.Groups[1].Value).Distinct().Select(d => FactOf.Date("Day", DateOnly.ParseExact(d, "d MMM yyyy", CultureInfo.InvariantCulture)));

    private static IEnumerable<Fact> Money(SeenCase seen)
    {
        if (seen.Margin is { } margin)
        {
            yield return FactOf.Money("Margin at stake", margin.Amount, margin.Currency);
        }
    }

    // "Fri 27 Nov 2026", as this room writes days.
    [GeneratedRegex("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9]{1,2} [A-Z][a-z]{2} [0-9]{4})")]
    private static partial Regex Day();
}
