using Copilot.Host.Storage;

namespace Copilot.Host.Start;

/// <summary>Brings the tables up to date.</summary>
internal sealed class StoreStart(SchemaStore schema, ILogger<StoreStart> logger) : IStartStep
{
    /// <inheritdoc/>
    public string Part => "store";

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken)
    {
        var applied = await schema.ApplyAsync(cancellationToken);
        if (applied > 0)
        {
            Log.SchemaApplied(logger, applied);
        }

        return new PartState(true, "SQLite");
    }
}
