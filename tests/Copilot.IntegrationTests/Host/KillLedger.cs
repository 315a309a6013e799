using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Xunit;

namespace Copilot.IntegrationTests.Host;

/// <summary>What clients saw before the service died, held against the audit trail afterwards.</summary>
internal sealed class KillLedger
{
    private readonly ConcurrentDictionary<string, bool> _asked = new();
    private readonly ConcurrentDictionary<string, bool> _heard = new();
    private readonly ConcurrentDictionary<string, string> _answered = new();

    public void Asked(string question) => Assert.True(_asked.TryAdd(question, true), "Asked twice: " + question);

    public void Saw(string question, JsonObject update)
    {
        switch (update["type"]!.GetValue<string>())
        {
            case "token" or "source" or "card":
                _heard[question] = true;
                break;
            case "turn":
                _heard[question] = true;
                _answered[question] = update["turn"]!["turnId"]!.GetValue<string>();
                break;
        }
    }

    public void HoldAgainst(IReadOnlyList<JsonObject> trail, int kills)
    {
        var started = Of(trail, "turn_started").ToList();
        var finished = Of(trail, "turn_finished").Select(Id).ToHashSet();
        var interrupted = Of(trail, "turn_interrupted").Select(Id).ToList();
        Assert.Equal(started.Count, started.Select(Id).Distinct().Count());

        // Every turn has exactly one end.
        Assert.All(started.Select(Id), id => Assert.True(finished.Contains(id) ^ interrupted.Contains(id), $"turn {id} has no end, or two"));
        Assert.Equal(interrupted.Count, interrupted.Distinct().Count());
        Assert.Equal(started.Count, finished.Count + interrupted.Count);

        // What a client heard even one word of is on record, as a whole answer.
        var byQuestion = started.ToDictionary(e => e["content"]!["question"]!.GetValue<string>(), Id);
        Assert.All(_heard.Keys, question => Assert.Contains(byQuestion[question], finished));
        Assert.All(_answered, pair => Assert.Equal(byQuestion[pair.Key], pair.Value));
        Assert.All(byQuestion.Keys, question => Assert.True(_asked.ContainsKey(question)));

        // The kills met turns at work: without that nothing was proven.
        Assert.True(interrupted.Count >= kills, $"only {interrupted.Count} turns were interrupted");
        Assert.True(_answered.Count >= kills, $"only {_answered.Count} turns were answered");
    }

    public string Summary(IReadOnlyList<JsonObject> trail)
        => $"{_asked.Count} asked, {Of(trail, "turn_started").Count()} begun, {_answered.Count} answered whole, {_heard.Count - _answered.Count} cut in the middle of an answer on record, "
            + $"{Of(trail, "turn_interrupted").Count()} marked interrupted, {trail.Count} audit entries";

    private static IEnumerable<JsonObject> Of(IReadOnlyList<JsonObject> trail, string kind)
        => trail.Where(e => e["kind"]!.GetValue<string>() == kind);

    private static string Id(JsonObject entry) => entry["turnId"]!.GetValue<string>();
}
