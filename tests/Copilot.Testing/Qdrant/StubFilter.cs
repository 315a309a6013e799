using System.Text.Json;

namespace Copilot.Testing.Qdrant;

/// <summary>A filter as Qdrant evaluates it: all of <c>must</c>, none of <c>must_not</c>, any of <c>should</c>; in strict mode over indexed fields only.</summary>
internal sealed class StubFilter
{
    private readonly List<Func<JsonElement, bool>> _must = [];
    private readonly List<Func<JsonElement, bool>> _mustNot = [];
    private readonly List<Func<JsonElement, bool>> _should = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);

    public StubFilter(JsonElement filter, StubCollection collection)
    {
        filter.Only("filter", "must", "must_not", "should");
        Take(filter, "must", _must, collection);
        Take(filter, "must_not", _mustNot, collection);
        Take(filter, "should", _should, collection);
    }

    /// <summary>The fields that <c>must</c> holds conditions on.</summary>
    public IReadOnlySet<string> Required => _required;

    public bool Passes(JsonElement payload)
        => _must.TrueForAll(c => c(payload)) && !_mustNot.Exists(c => c(payload)) && (_should.Count == 0 || _should.Exists(c => c(payload)));

    private void Take(JsonElement filter, string clause, List<Func<JsonElement, bool>> into, StubCollection collection)
    {
        foreach (var condition in filter.Find(clause) is null ? [] : filter.List(clause))
        {
            if (condition.Find("filter") is not null || condition.Find("key") is null)
            {
                throw StubRefusal.Violation("a condition of a kind this product does not send");
            }

            var key = condition.Text("key");
            if (clause == "must")
            {
                _required.Add(key);
            }

            into.Add(Condition(condition, key, collection));
        }
    }

    private static Func<JsonElement, bool> Condition(JsonElement condition, string key, StubCollection collection)
    {
        condition.Only("condition", "key!", "match", "range");
        if (condition.Find("match") is { } match)
        {
            collection.Require(key, "keyword");
            match.Only("match", "value", "any");
            HashSet<string> wanted = match.Find("any") is not null
                ? [.. match.List("any").Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw StubRefusal.Violation($"{key} is matched with something else than strings"))]
                : [match.Text("value")];
            return payload => Values(payload, key).Any(v => v.ValueKind == JsonValueKind.String && wanted.Contains(v.GetString()!));
        }

        if (condition.Find("range") is { } range)
        {
            collection.Require(key, "integer");
            range.Only("range", "gt", "gte", "lt", "lte");
            var limits = range.EnumerateObject().Select(l => (l.Name, Value: l.Value.ValueKind == JsonValueKind.Number ? l.Value.GetDouble() : throw StubRefusal.Violation("a range without numbers"))).ToList();
            return payload => Values(payload, key).Any(v => v.ValueKind == JsonValueKind.Number && limits.TrueForAll(l => l.Name switch
            {
                "gt" => v.GetDouble() > l.Value,
                "gte" => v.GetDouble() >= l.Value,
                "lt" => v.GetDouble() < l.Value,
                _ => v.GetDouble() <= l.Value,
            }));
        }

        throw StubRefusal.Violation($"the condition on {key} says nothing");
    }

    private static List<JsonElement> Values(JsonElement payload, string key)
        => payload.Find(key) is not { } value ? [] : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
