using Copilot.Benchmarks.House;

namespace Copilot.Benchmarks.Harness;

/// <summary>One group of measurements.</summary>
internal interface ISuite
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken);
}
