using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>
/// Groups and aggregates with <c>read_group</c> or its follower <c>formatted_read_group</c>, and makes the same rows of both:
/// each group under its spec and its field, each aggregate under its spec and its field, the count under <c>__count</c>.
/// A period is the day it starts on in the caller's time zone.
/// </summary>
internal sealed class OdooGroupReader(OdooSession session, OdooTranslator translator)
{
    private static readonly HashSet<string> Functions = ["sum", "avg", "min", "max", "count", "count_distinct"];
    private static readonly HashSet<string> Periods = ["hour", "day", "week", "month", "quarter", "year"];

    public async Task<IReadOnlyList<OdooRow>> ReadAsync(Caller caller, OdooGrouping grouping, CancellationToken cancellationToken)
    {
        var dialect = await translator.DialectAsync(cancellationToken);
        var fields = await translator.FieldsAsync(caller, dialect, grouping.Model, cancellationToken);
        var groups = grouping.GroupBy.Select(g => Split(g, Periods, mustHavePart: false)).Select(g => new Part(g.Spec, g.Field, g.Of, OdooTranslator.Column(dialect, grouping.Model, g.Field, fields))).ToList();
        var sums = grouping.Aggregates.Select(a => Split(a, Functions, mustHavePart: true)).Select(a => new Part(a.Spec, a.Field, a.Of, OdooTranslator.Column(dialect, grouping.Model, a.Field, fields))).ToList();
        var domain = await translator.DomainAsync(caller, dialect, grouping.Model, grouping.Domain, cancellationToken);
        var order = Order(grouping.Order, groups, sums, dialect.GroupsFormatted);
        var zone = Zone(caller);
        var named = new Dictionary<string, object?>
        {
            ["limit"] = grouping.Limit,
            ["context"] = new Dictionary<string, object?> { ["tz"] = zone.Id },
        };
        if (dialect.GroupsFormatted)
        {
            named["groupby"] = groups.Select(g => g.ServerSpec).ToArray();
            named["aggregates"] = sums.Select(s => s.ServerSpec).Append("__count").Distinct().ToArray();
            if (order is not null)
            {
                named["order"] = order;
            }
        }
        else
        {
            named["lazy"] = false;
            if (order is not null)
            {
                named["orderby"] = order;
            }
        }

        object?[] arguments = dialect.GroupsFormatted
            ? [domain]
            : [domain, sums.Count == 0 ? (object?[])["__count"] : [.. sums.Select((s, i) => Alias(i, s))], groups.Select(g => g.ServerSpec).ToArray()];
        var method = dialect.GroupsFormatted ? "formatted_read_group" : "read_group";
        var answer = await session.CallAsync(caller, dialect.Model(grouping.Model), method, arguments, named, isRead: true, cancellationToken);
        if (answer is not { ValueKind: JsonValueKind.Array } rows)
        {
            throw new OdooException(OdooFault.Server, "Odoo answered something other than groups.");
        }

        OdooRow[] read = [.. rows.EnumerateArray().Select(row => Row(row, dialect, grouping.Model, groups, sums, fields, zone))];
        return groups.Exists(g => dialect.Rule(grouping.Model, g.Field) is not null)
            ? OdooGroupMerge.Merge(read, [.. groups.Select(g => g.Spec)], [.. sums.Select(s => (s.Spec, s.Field, s.Of!))])
            : read;
    }

    private static OdooRow Row(
        JsonElement row,
        OdooDialect dialect,
        string model,
        List<Part> groups,
        List<Part> sums,
        IReadOnlyDictionary<string, OdooField> fields,
        TimeZoneInfo zone)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var value = row.TryGetProperty(group.ServerSpec, out var given) ? given : default;
            if (group.Of is not null)
            {
                value = JsonSerializer.SerializeToElement<object>(Start(row, group, value, fields, zone) is { } start ? start : false);
            }
            else if (dialect.Rule(model, group.Field) is { } rule && rule.Column == rule.Field)
            {
                value = JsonSerializer.SerializeToElement(rule.Value(new Dictionary<string, JsonElement> { [rule.Field] = value }));
            }

            values[group.Spec] = value;
            values.TryAdd(group.Field, value);
        }

        for (var i = 0; i < sums.Count; i++)
        {
            if (row.TryGetProperty(dialect.GroupsFormatted ? sums[i].ServerSpec : "agg_" + i.ToString(CultureInfo.InvariantCulture), out var value))
            {
                values[sums[i].Spec] = value;
                values.TryAdd(sums[i].Field, value);
            }
        }

        values["__count"] = row.TryGetProperty("__count", out var count) ? count : JsonSerializer.SerializeToElement(0);
        return new OdooRow(values);
    }

    /// <summary>
    /// When a period starts: the new form says it, the old one only names the period in the account's language and hides the
    /// start in the group's domain.
    /// </summary>
    private static string? Start(JsonElement row, Part group, JsonElement value, IReadOnlyDictionary<string, OdooField> fields, TimeZoneInfo zone)
    {
        var text = value.ValueKind == JsonValueKind.Array ? value[0].GetString() : value.ValueKind == JsonValueKind.String ? FromDomain(row, group) : null;
        if (text is null || text.Length < 10)
        {
            return null;
        }

        if (group.Of == "hour" || fields[group.Column].Type != "datetime" || text.Length < 19)
        {
            return group.Of == "hour" ? text : text[..10];
        }

        var utc = DateTime.ParseExact(text[..19], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string? FromDomain(JsonElement row, Part group)
        => row.TryGetProperty("__domain", out var domain) && domain.ValueKind == JsonValueKind.Array
            ? domain.EnumerateArray()
                .Where(t => t.ValueKind == JsonValueKind.Array && t.GetArrayLength() == 3 && t[0].ValueKind == JsonValueKind.String
                    && t[0].GetString() == group.Column && t[1].GetString() == ">=" && t[2].ValueKind == JsonValueKind.String)
                .Select(t => t[2].GetString())
                .LastOrDefault()
            : null;

    private static string? Order(string? order, List<Part> groups, List<Part> sums, bool formatted)
    {
        if (string.IsNullOrWhiteSpace(order))
        {
            return null;
        }

        return string.Join(", ", order.Split(',', StringSplitOptions.TrimEntries).Select(clause =>
        {
            var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > 2 || (words.Length == 2 && words[1] is not ("asc" or "desc")))
            {
                throw new ArgumentException("Groups are ordered by their specs, each with asc or desc at most.", nameof(order));
            }

            var sum = sums.FindIndex(s => s.Spec == words[0] || s.Field == words[0]);
            var name = groups.Find(g => g.Spec == words[0] || g.Field == words[0])?.ServerSpec
                ?? (sum >= 0 ? formatted ? sums[sum].ServerSpec : "agg_" + sum.ToString(CultureInfo.InvariantCulture) : null)
                ?? (words[0] == "__count" ? "__count" : throw new ArgumentException($"'{words[0]}' is none of the groups or aggregates.", nameof(order)));
            return string.Join(' ', words.Skip(1).Prepend(name));
        }));
    }

    private static string Alias(int index, Part sum) => string.Create(CultureInfo.InvariantCulture, $"agg_{index}:{sum.Of}({sum.Column})");

    private static (string Spec, string Field, string? Of) Split(string spec, HashSet<string> known, bool mustHavePart)
    {
        var parts = spec.Split(':');
        return parts.Length switch
        {
            1 when !mustHavePart => (spec, spec, null),
            2 when known.Contains(parts[1]) => (spec, parts[0], parts[1]),
            _ => throw new ArgumentException($"'{spec}' is not understood: expected a field with one of {string.Join(", ", known)}.", nameof(spec)),
        };
    }

    private static TimeZoneInfo Zone(Caller caller)
        => TimeZoneInfo.TryFindSystemTimeZoneById(caller.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private sealed record Part(string Spec, string Field, string? Of, string Column)
    {
        public string ServerSpec => Of is null ? Column : $"{Column}:{Of}";
    }
}
