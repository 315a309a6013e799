namespace Copilot.Benchmarks.Harness;

/// <summary>Two things measured in turns, the first to go changing each round, so that a busy minute of the machine hits both.</summary>
internal sealed class Pair
{
    public Samples Subject { get; } = new();

    public Samples Reference { get; } = new();

    public Samples Differences { get; } = new();

    public Samples Ratios { get; } = new();

    public static async Task<Pair> RunAsync(int warm, int rounds, Func<Task<double>> subject, Func<Task<double>> reference)
    {
        var pair = new Pair();
        for (var round = -warm; round < rounds; round++)
        {
            double of, against;
            if (round % 2 == 0)
            {
                of = await subject();
                against = await reference();
            }
            else
            {
                against = await reference();
                of = await subject();
            }

            if (round >= 0)
            {
                pair.Subject.Add(of);
                pair.Reference.Add(against);
                pair.Differences.Add(of - against);
                pair.Ratios.Add(of / Math.Max(against, 0.0001));
            }
        }

        return pair;
    }

    public Line ToLine(string suite, string name, string reference) => Line.Of(suite, name, Subject) with
    {
        Reference = reference,
        ReferenceMedian = Reference.Median,
        Adds = Differences.Median,
        Ratio = Ratios.Median,
    };
}
