using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host.Settings;
using Copilot.Host.Storage;
using Copilot.Host.Storage.Moving;
using Copilot.Host.Storage.Postgres;
using Npgsql;

namespace Copilot.Host.Start;

/// <summary>Opens the store before anything else: reaches it, brings its tables up to date, and makes sure this node may work on it.</summary>
internal sealed class StoreOpening(CopilotHostOptions options, CopilotSettings settings, IStoreDatabase database, SchemaStore schema, AuditSeal seal, TimeProvider time, ILogger<StoreOpening> logger)
{
    /// <summary>Opens it.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">The store can't be used; the message says what to do.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.StoreUse == StoreUse.MoveFrom)
        {
            return;
        }

        if (database is not PostgresDatabase postgres)
        {
            NodeFiles.RefuseMoving(settings.Data);
            await ApplyAsync(cancellationToken);
            return;
        }

        await new PostgresServerStore(postgres, time, logger).CheckAsync(cancellationToken);
        try
        {
            if (options.StoreUse == StoreUse.Normal)
            {
                await new MoveMarkStore(postgres).RefuseHalfMovedAsync(cancellationToken);
            }

            await ApplyAsync(cancellationToken);
            await seal.CheckAsync(cancellationToken);
        }
        catch (NpgsqlException fault)
        {
            throw PostgresFaults.Explain(fault, postgres.Address);
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var applied = await schema.ApplyAsync(cancellationToken);
        if (applied > 0)
        {
            Log.SchemaApplied(logger, applied);
        }
    }
}
