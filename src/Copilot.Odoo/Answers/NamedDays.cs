using Copilot.Contracts;

namespace Copilot.Odoo.Answers;

/// <summary>The days that a list was narrowed to, as its sentences say them.</summary>
/// <param name="What">What falls on these days: <c>due</c>, <c>planned</c>.</param>
/// <param name="From">The first, or null.</param>
/// <param name="To">The last, or null.</param>
internal sealed record NamedDays(string What, DateOnly? From, DateOnly? To)
{
    /// <summary>Gets the words behind a name: <c> due by Fri 27 Nov 2026</c>; empty without days.</summary>
    public string Words => (From, To) switch
    {
        ({ } from, { } to) when from == to => $" {What} on {Phrase.Day(to)}",
        ({ } from, { } to) => $" {What} from {Phrase.Day(from)} to {Phrase.Day(to)}",
        (null, { } to) => $" {What} by {Phrase.Day(to)}",
        ({ } from, null) => $" {What} since {Phrase.Day(from)}",
        _ => string.Empty,
    };

    /// <summary>Gets the days as facts.</summary>
    public IEnumerable<Fact> Facts => [.. From is { } from ? [FactOf.Date($"First day {What}", from)] : Array.Empty<Fact>(), .. To is { } to ? [FactOf.Date($"Last day {What}", to)] : Array.Empty<Fact>()];
}
