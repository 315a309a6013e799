namespace Copilot.Benchmarks.Harness;

/// <summary>Measures how long work takes, in milliseconds.</summary>
internal static class Clock
{
    public static long Now => TimeProvider.System.GetTimestamp();

    public static double Since(long started) => TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Now;
        await work();
        return Since(started);
    }
}
