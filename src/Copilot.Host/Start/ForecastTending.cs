using System.Data.Common;
using Copilot.Contracts;
using Copilot.Forecasting.Ready;

namespace Copilot.Host.Start;

/// <summary>Has forecasts made ready at night while this node serves, and shows in <c>/readyz</c> how far that is and how old they are.</summary>
internal sealed class ForecastTending(ForecastNight night, Readiness readiness, TimeProvider time, ILogger<ForecastTending> logger) : BackgroundService
{
    /// <summary>The part's name in <c>/readyz</c>.</summary>
    public const string Part = "forecasts";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private volatile PartState _state = new(true, "not looked yet");

    /// <summary>Looks once, and works when work is due.</summary>
    /// <param name="cancellationToken">Interrupts the work; the next look goes on.</param>
    /// <returns>A task.</returns>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var work = night.TendAsync(cancellationToken);
            while (await Task.WhenAny(work, Task.Delay(Pause, time, cancellationToken)) != work && !cancellationToken.IsCancellationRequested)
            {
                await ShowAsync(cancellationToken);
            }

            await work;
            await ShowAsync(cancellationToken);
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException or CopilotException)
        {
            // An outage of the store or the business system must not end the process: the next look goes on.
            Log.ForecastsNotReady(logger, down.GetType().Name);
            _state = new PartState(false, "Forecasts can't be made ready just now: the store or the business system does not answer. Each is made when it is asked for.");
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        readiness.Show(Part, () => _state);
        using var timer = new PeriodicTimer(Pause, time);
        var isLoaded = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!readiness.HasStarted)
            {
                continue;
            }

            isLoaded = isLoaded || await LoadAsync(stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await night.LoadAsync(cancellationToken);
            return true;
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException or CopilotException)
        {
            Log.ForecastsNotReady(logger, down.GetType().Name);
            return false;
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var (ok, text) = await night.StandingAsync(cancellationToken);
        _state = new PartState(ok, text);
    }
}
