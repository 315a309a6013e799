using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels.Exceptions;

/// <summary>
/// An exception in the reader's language, as far as it is the house that speaks: its kind, the usual causes, what can be done. What was found in it (the summary, and causes that
/// name figures) stays as it was written, and so do the words by which an action is asked for.
/// </summary>
internal static class ExceptionWords
{
    /// <summary>Says a case in a language.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <param name="found">The case.</param>
    /// <returns>The case with what could be said in that language.</returns>
    public static ExceptionCase In(string language, ExceptionCase found)
        => language == "en" || !Phrases.Languages.Contains(language) ? found : found with
        {
            Title = Title(language, found.Title),
            Cause = Phrases.In(language, found.Cause),
            Actions = [.. found.Actions.Select(a => a with { Summary = Deed(language, a) })],
        };

    /// <summary>Says what is wrong with the watch: each sentence that the house knows.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <param name="stale">The sentences, or null.</param>
    /// <returns>The sentences in that language.</returns>
    public static string? Stale(string language, string? stale)
        => stale is null ? null : string.Join(' ', stale.Split(". ").Select(s => s.EndsWith('.') ? s : s + '.').Select(s => Phrases.In(language, s)));

    /// <summary>"Late receipt: P00042": the kind stands before the colon.</summary>
    private static string Title(string language, string title)
        => title.Split(": ", 2) is [var kind, var rest] ? $"{Phrases.In(language, kind)}: {rest}" : Phrases.In(language, title);

    private static string Deed(string language, ExceptionAction action)
    {
        var said = Words(action.Arguments).Take(2).ToList();
        return (action.Tool, said.FirstOrDefault(), said.ElementAtOrDefault(1)) switch
        {
            ("odoo.expedite_receipt", { } order, _) => Phrases.In(language, "Ask the supplier of {0} to hurry up or give a new date", order),
            ("odoo.change_promised_date", { } order, { } day) => Phrases.In(language, "Promise {0} for {1} instead", order, Day(language, day)),
            ("odoo.draft_purchase", { } product, { } quantity) when decimal.TryParse(quantity, CultureInfo.InvariantCulture, out var units)
                => Phrases.In(language, "Draft a purchase order for {0:0.##} of {1}", units, product),
            ("odoo.reallocate_stock", { } from, { } to) => Phrases.In(language, "Give the stock reserved for {0} to {1}", from, to),
            ("odoo.split_shipment", { } order, _) => Phrases.In(language, "Let what is there for {0} leave first", order),
            ("odoo.release_credit_hold", { } order, _) => Phrases.In(language, "Release {0} from credit hold", order),
            ("odoo.request_count", { } product, { } warehouse) => Phrases.In(language, "Have {0} counted in {1}", product, warehouse),
            ("odoo.schedule_activity", { } record, { } message) => $"{Phrases.In(language, "Plan a to-do on {0}", record)}: {message}",
            _ => action.Summary,
        };
    }

    private static string Day(string language, string iso)
        => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d", Phrases.Culture(language)) : iso;

    /// <summary>The values in the order in which the action was written down; a list counts as its parts.</summary>
    private static IEnumerable<string> Words(string arguments)
        => (JsonNode.Parse(arguments) is JsonObject values ? values : new JsonObject()).SelectMany(a => a.Value is JsonArray many ? many.Select(v => v?.ToString()) : [a.Value?.ToString()]).OfType<string>();
}
