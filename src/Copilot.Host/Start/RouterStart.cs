using Copilot.Conversation;

namespace Copilot.Host.Start;

/// <summary>Learns the routing examples while the service starts, so that the first question does not wait for it.</summary>
internal sealed class RouterStart(IServiceProvider services) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(services.GetRequiredService<RoutePreview>, stoppingToken);
        }
        catch (ObjectDisposedException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it had learnt: nobody will ask any more.
        }
    }
}
