using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Warehouse;

/// <summary>Writes who finished how many transfers, by the person responsible for each.</summary>
/// <param name="sheet">Where the answer is written.</param>
/// <param name="asked">The period and the one before.</param>
/// <param name="warehouse">The warehouse; null for all.</param>
/// <param name="kind">Which transfers: <c>all</c>, <c>deliveries</c>, <c>receipts</c> or <c>internal</c>.</param>
internal sealed class PeopleWriter(AnswerSheet sheet, AskedPeriod asked, ResolvedName? warehouse, string kind)
{
    private const string Nobody = "nobody";

    private string One => kind switch { "deliveries" => "delivery", "receipts" => "receipt", "internal" => "internal transfer", _ => "transfer" };

    private string Many => kind switch { "deliveries" => "deliveries", "receipts" => "receipts", "internal" => "internal transfers", _ => "transfers" };

    public ToolResult Write(IReadOnlyList<OdooRow> now, IReadOnlyList<OdooRow> before)
    {
        var (counted, earlier) = (ByName(now), ByName(before));
        var at = warehouse is { } w ? $" in {w.Code ?? w.Name}" : string.Empty;
        var total = counted.Values.Sum();
        var all = Add("now", "all", Nobody, asked.Now, total, []);
        var people = counted.Where(p => p.Key != Nobody).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        if (people.Count == 0)
        {
            var none = total == 0 ? $"No {One} was finished{at} {asked.Now.Words}" : $"{Phrase.Count(total, $"{One} was", $"{Many} were")} finished{at} {asked.Now.Words}, none with a person responsible in Odoo";
            sheet.Say(FindingRole.Headline, none, null, all);
            return sheet.Finish();
        }

        var evidence = people.ConvertAll(p => Add("now", p.Key, p.Key, asked.Now, p.Value, [FactOf.Text("Person", p.Key)]));
        sheet.Say(
            FindingRole.Headline,
            $"{people[0].Key} finished most{at} {asked.Now.Words}: {Phrase.Number(people[0].Value)} of {Phrase.Count(total, One, Many)}",
            null,
            evidence[0],
            all);
        for (var i = 0; i < people.Count; i++)
        {
            var past = earlier.GetValueOrDefault(people[i].Key);
            sheet.Say(
                FindingRole.Item,
                $"{people[i].Key}: {Phrase.Count(people[i].Value, One, Many)}; {Phrase.Number(past)} {asked.Before.Words}",
                people[i].Key,
                evidence[i],
                Add("before", people[i].Key, people[i].Key, asked.Before, past, [FactOf.Text("Person", people[i].Key)]));
        }

        if (counted.TryGetValue(Nobody, out var open))
        {
            sheet.Say(FindingRole.Detail, $"{Phrase.Count(open, $"{One} has", $"{Many} have")} no person responsible in Odoo", null, Add("now", Nobody, Nobody, asked.Now, open, []), all);
        }

        const string Definition = "done transfers by the person responsible on them; it says nothing of their size, nor of who helped";
        sheet.Say(FindingRole.Detail, $"What counts: {Definition}", null, sheet.Aggregate("throughput:people-definition", "Definition of finished transfers by person", Definition, FactOf.Text("Definition", Definition)));
        sheet.Show(new TableCard
        {
            Title = "Finished transfers",
            Columns = [new("person", "Person", FactKind.Text), new("now", "Finished", FactKind.Number), new("before", "Before", FactKind.Number)],
            Rows = [.. people.Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Key), JsonValue.Create(p.Value), JsonValue.Create(earlier.GetValueOrDefault(p.Key))])],
            TotalRows = people.Count,
            Sources = evidence,
        });
        return sheet.Finish();
    }

    private static Dictionary<string, int> ByName(IReadOnlyList<OdooRow> rows)
        => rows.GroupBy(r => r.Link("user_id") is { } user ? Phrase.Clean(user.Name, 80) : Nobody).ToDictionary(g => g.Key, g => g.Sum(r => r.Whole("__count")));

    private string Add(string when, string key, string about, Sales.Period period, int count, IEnumerable<Fact> facts)
        => sheet.Aggregate(
            $"throughput:{when}:person:{key}",
            $"Finished {period.Words}" + (about == Nobody ? string.Empty : $": {about}"),
            $"{Phrase.Count(count, One, Many)} done {period.Words}",
            [.. facts, FactOf.Number(Phrase.Capital(Many), count), FactOf.Date("From", period.From), FactOf.Date("To", period.To)]);
}
