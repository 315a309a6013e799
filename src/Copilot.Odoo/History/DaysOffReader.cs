using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Reads the days on which companies are closed: the leaves of Odoo's working calendars that are nobody's own.</summary>
internal sealed class DaysOffReader(IOdooClient client)
{
    /// <summary>One, where the server has working calendars.</summary>
    public const int RoundTrips = 1;

    private const string Model = "resource.calendar.leaves";
    private const int Most = 2000;
    private const int LongestDays = 35;

    // A calendar kept in another time zone begins its days some hours earlier or later; less than half a working day is no day off.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);
    private static readonly TimeSpan Least = TimeSpan.FromHours(5);

    /// <summary>The days off since a day, to come included, of the warehouse's company or of all the caller's; null where there is no calendar that the caller may see.</summary>
    public async Task<IReadOnlyList<ClosedDay>?> ReadAsync(ToolContext context, ResolvedName? warehouse, DateOnly from, CancellationToken cancellationToken)
    {
        if (!await client.HasModelAsync(context.Caller, Model, cancellationToken) || !await client.MayReadAsync(context.Caller, Model, cancellationToken))
        {
            return null;
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = Model, Domain = OdooDomain.Where("resource_id", "=", null).And("date_to", ">=", new CallerDays(context).Start(from)), Fields = ["name", "company_id", "date_from", "date_to"], Order = "date_from, id", Limit = Most },
            cancellationToken);
        return Of(page.Rows, context, warehouse?.Row.Link("company_id") is { } own ? [own.Id] : context.Caller.Companies.Select(c => c.Id).ToHashSet());
    }

    /// <summary>The days of the leaves on which some of the companies are closed.</summary>
    public static IReadOnlyList<ClosedDay> Of(IReadOnlyList<OdooRow> leaves, ToolContext context, HashSet<int> companies)
    {
        var days = new CallerDays(context);
        return [.. leaves.SelectMany(r => Days(r, days, companies)).GroupBy(d => d.Day).OrderBy(g => g.Key).Select(g => Together(g, companies.Count)).Where(d => d.Share > 0)];
    }

    private static IEnumerable<(DateOnly Day, IEnumerable<int> Companies, string Name)> Days(OdooRow row, CallerDays days, HashSet<int> companies)
    {
        if (row.Moment("date_from") is not { } begin || row.Moment("date_to") is not { } end || end - begin < Least)
        {
            yield break;
        }

        var (first, last) = (days.Of(begin + Slack), days.Of(end - Slack));
        HashSet<int> closed = row.Link("company_id") is { } one ? [one.Id] : companies;
        for (var day = first; day <= last && day.DayNumber - first.DayNumber < LongestDays; day = day.AddDays(1))
        {
            yield return (day, closed.Where(companies.Contains), Phrase.Clean(row.Text("name"), 60));
        }
    }

    private static ClosedDay Together(IGrouping<DateOnly, (DateOnly Day, IEnumerable<int> Companies, string Name)> day, int companies)
        => new(day.Key, (double)day.SelectMany(d => d.Companies).Distinct().Count() / companies, day.Select(d => d.Name).FirstOrDefault(n => n.Length > 0) ?? "day off");
}
