using Copilot.Contracts;

namespace Copilot.Host.Start;

/// <summary>Says that the store is open; it was opened before anything listened (see <see cref="StoreOpening"/>).</summary>
internal sealed class StoreStart(IStoreDatabase database) : IStartStep
{
    /// <summary>The part's name in <c>/readyz</c>.</summary>
    public const string Name = "store";

    /// <inheritdoc/>
    public string Part => Name;

    /// <summary>Names a store.</summary>
    /// <param name="dialect">Which it is.</param>
    /// <returns>Its name.</returns>
    public static string Text(StoreDialect dialect) => dialect == StoreDialect.PostgreSql ? "PostgreSQL" : "SQLite";

    /// <inheritdoc/>
    public Task<PartState> RunAsync(CancellationToken cancellationToken) => Task.FromResult(new PartState(true, Text(database.Dialect)));
}
