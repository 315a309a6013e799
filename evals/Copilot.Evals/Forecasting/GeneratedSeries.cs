namespace Copilot.Evals.Forecasting;

/// <summary>Series made by chance from known rules, so that it is known what the best forecast was. Seeded: every run measures the same.</summary>
internal static class GeneratedSeries
{
    private const int Each = 60;
    private const int Ahead = 12;

    /// <summary>All of them.</summary>
    public static IEnumerable<HeldOutSeries> All()
    {
        for (var seed = 1; seed <= Each; seed++)
        {
            yield return Make("trend and season", 12, 84, seed, (chance, t, state) => 100 + (0.8 * t) + (state.Size * 25 * Math.Sin(2 * Math.PI * (t + state.Turn) / 12)), (mean, chance) => mean + (5 * Normal(chance)), y => RuleFit.LineAndPlaces(y, 12, Ahead));
            yield return Make("growing season", 4, 48, seed, (chance, t, state) => 50 * Math.Exp((0.02 * t) + (0.3 * state.Size * Math.Cos(2 * Math.PI * (t + state.Turn) / 4))), (mean, chance) => mean * Math.Exp(0.05 * Normal(chance)), y => RuleFit.LogLineAndPlaces(y, 4, Ahead));
            yield return Make("weeks of a year", 52, 160, seed, (chance, t, state) => 200 * Math.Exp(0.4 * state.Size * Math.Sin(2 * Math.PI * (t + (4 * state.Turn)) / 52.18)), (mean, chance) => mean * Math.Exp(0.12 * Normal(chance)), y => RuleFit.LogWave(y, 52.18, Ahead));
            yield return Make("level and noise", 1, 60, seed, (_, _, state) => 30 + (40 * state.Size), (mean, chance) => mean + (6 * Normal(chance)), y => RuleFit.Level(y, Ahead));
            yield return Make("seldom, steady", 1, 72, seed, (_, _, state) => 0.15 + (0.5 * state.Size), (mean, chance) => Poisson(chance, mean));
            yield return Make("seldom, fading", 1, 72, seed, (_, t, state) => (0.5 + (0.6 * state.Size)) * Math.Exp(-t / 40.0), (mean, chance) => 3 * Poisson(chance, mean / 3));
            yield return Make("seldom, ended", 1, 72, seed, (_, t, state) => t < 20 + (15 * state.Turn) ? 0.15 + (0.5 * state.Size) : 0, (mean, chance) => Poisson(chance, mean));
            yield return Make("seldom, up and down", 1, 72, seed, (_, t, state) => (0.15 + (0.5 * state.Size)) * Math.Exp(0.7 * Math.Sin(2 * Math.PI * (t + (4 * state.Turn)) / 48)), (mean, chance) => Poisson(chance, mean));
            yield return Walk(seed);
        }
    }

    private static HeldOutSeries Make(string group, int season, int length, int seed, Func<Random, int, (double Size, double Turn), double> rule, Func<double, Random, double> draw, Func<double[], double[]>? learn = null)
    {
        // Each kind and each series has draws of its own.
        var chance = new Random((seed * 7919) + group.Length + length);
        var state = (Size: 0.3 + (0.7 * chance.NextDouble()), Turn: 12 * chance.NextDouble());
        var mean = Enumerable.Range(0, length + Ahead).Select(t => rule(chance, t, state)).ToArray();
        var values = mean.Select(m => draw(m, chance)).ToArray();
        return new HeldOutSeries(group, $"{group} {seed}", season, values[..length], values[length..], mean[length..]) { Learnt = learn?.Invoke(values[..length]) };
    }

    private static HeldOutSeries Walk(int seed)
    {
        var chance = new Random(seed * 104729);
        var values = new double[120 + Ahead];
        values[0] = 500;
        for (var t = 1; t < values.Length; t++)
        {
            values[t] = values[t - 1] + (8 * Normal(chance));
        }

        return new HeldOutSeries("random walk", $"random walk {seed}", 1, values[..120], values[120..], [.. Enumerable.Repeat(values[119], Ahead)]) { Learnt = [.. Enumerable.Repeat(values[119], Ahead)] };
    }

    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    private static double Poisson(Random chance, double mean)
    {
        var (count, left) = (-1, 1.0);
        for (var limit = Math.Exp(-mean); left > limit || count < 0; count++)
        {
            left *= chance.NextDouble();
        }

        return count;
    }
}
