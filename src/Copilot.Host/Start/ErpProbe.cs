using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Start;

/// <summary>Tries whether the business system answers, by what every question needs of it first: its names.</summary>
internal sealed class ErpProbe(IEntityCatalog catalog, ILogger<ErpProbe> logger)
{
    /// <summary>Asks.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The state.</returns>
    public async Task<PartState> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await catalog.GetAsync(Personas.Find(RoleNames.OperationsManager)!.ToCaller(), cancellationToken);
            return new PartState(true, "answers");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // An outage must not stop the service: documents can still be asked, and the system may come back.
            Log.ErpDown(logger, (exception as CopilotException)?.Message ?? exception.GetType().Name);
            return new PartState(false, "does not answer");
        }
    }
}
