namespace Copilot.Tests.Models.Local;

/// <summary>Passages of a few topics; words of a topic share passages, and some never meet in the same one.</summary>
internal static class PracticeCorpus
{
    private static readonly string[][] Topics =
    [
        ["pallet", "forklift", "dock", "shelf", "aisle", "rack", "picker", "trolley", "loader", "bay"],
        ["invoice", "payment", "ledger", "credit", "bank", "debtor", "remit", "overdue", "account", "dunning"],
        ["truck", "route", "driver", "fuel", "toll", "freight", "carrier", "trailer", "border", "custom"],
        ["fridge", "cold", "thermomet", "freez", "spoil", "vaccin", "ice", "insul", "compressor", "thaw"],
    ];

    /// <summary>Gives passages: six words of a topic, two of none.</summary>
    public static IReadOnlyList<string> Passages(int count, int seed = 7)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var topic = Topics[i % Topics.Length];
            var words = Enumerable.Range(0, 6).Select(_ => topic[chance.Next(topic.Length)]).Append($"noise{chance.Next(40)}").Append("the");
            return string.Join(' ', words);
        })];
    }

    /// <summary>Gives passages one after the other.</summary>
    public static async IAsyncEnumerable<string> Stream(IEnumerable<string> passages)
    {
        foreach (var passage in passages)
        {
            await Task.CompletedTask;
            yield return passage;
        }
    }
}
