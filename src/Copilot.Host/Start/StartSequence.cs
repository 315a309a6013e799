namespace Copilot.Host.Start;

/// <summary>Runs the start steps and opens the service.</summary>
internal sealed class StartSequence(IEnumerable<IStartStep> steps, Readiness readiness, TimeProvider time, ILogger<StartSequence> logger)
{
    /// <summary>Runs every step in order.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>A task.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var all = steps.ToList();
        foreach (var step in all)
        {
            readiness.Note(step.Part, ok: false, "starting");
        }

        foreach (var step in all)
        {
            var state = await step.RunAsync(cancellationToken);
            readiness.Note(step.Part, state.Ok, state.Text);
        }

        readiness.Started();
        Log.Ready(logger, (long)time.GetElapsedTime(began).TotalMilliseconds);
    }
}
