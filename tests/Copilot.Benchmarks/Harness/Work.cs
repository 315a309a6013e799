namespace Copilot.Benchmarks.Harness;

/// <summary>Measures the processor time the whole process spends on repeated work: what a busy machine can't blur.</summary>
internal static class Work
{
    /// <summary>Runs two pieces of work in alternating blocks.</summary>
    /// <returns>Milliseconds of processor time of each, per run: the medians over the blocks.</returns>
    public static async Task<(double Subject, double Reference)> CompareAsync(int blocks, int runs, Func<Task> subject, Func<Task> reference)
    {
        var (of, against) = (new Samples(), new Samples());
        for (var block = 0; block < blocks; block++)
        {
            of.Add(await BlockAsync(runs, subject));
            against.Add(await BlockAsync(runs, reference));
        }

        return (of.Median, against.Median);
    }

    private static async Task<double> BlockAsync(int runs, Func<Task> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < runs; run++)
        {
            await work();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / runs;
    }
}
