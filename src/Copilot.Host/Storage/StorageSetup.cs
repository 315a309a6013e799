using Copilot.Contracts;
using Copilot.Host.Settings;
using Copilot.Host.Storage.Moving;
using Copilot.Host.Storage.Postgres;

namespace Copilot.Host.Storage;

/// <summary>Adds the store: PostgreSQL where one is configured, else the embedded one.</summary>
internal static class StorageSetup
{
    private const string FileName = "copilot.db";

    /// <summary>Gets the file of the embedded store.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>Its path.</returns>
    public static string DatabaseFile(CopilotSettings settings) => Path.Combine(settings.Data, FileName);

    /// <summary>Registers the services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="use">What the store is opened for.</param>
    public static void AddStorage(this IServiceCollection services, CopilotSettings settings, StoreUse use)
    {
        if (settings.Store is { } address)
        {
            services.AddPostgres(address);
        }
        else
        {
            services.AddSingleton<IStoreDatabase>(_ => new SqliteDatabase(DatabaseFile(settings), onlyReads: use == StoreUse.MoveFrom));
            services.AddSingleton(_ => new NodeFiles(settings.Data));
            services.AddSingleton<INodes>(provider => provider.GetRequiredService<NodeFiles>());
        }

        services.AddSingleton<INodeRoster>(provider => provider.GetRequiredService<INodes>());
        services.AddSingleton<SchemaStore>();
        services.AddSingleton<TurnStore>();
        services.AddSingleton<ITurnStore>(provider => provider.GetRequiredService<TurnStore>());
        services.AddSingleton<LiveTurnStore>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<IMigratedPart, StoreTables>();
        services.AddSteps(TurnSchemaStore.Steps);
        services.AddSteps(LiveTurnSchemaStore.Steps);
        foreach (var table in TurnSchemaStore.Tables)
        {
            services.AddSingleton(table);
        }
    }

    private static void AddPostgres(this IServiceCollection services, PostgresAddress address)
    {
        services.AddSingleton(provider => new PostgresDatabase(address, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStoreDatabase>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<PostgresNodeStore>();
        services.AddSingleton<INodes>(provider => provider.GetRequiredService<PostgresNodeStore>());
        services.AddSingleton<KeyRingStore>();
        services.AddSteps(PostgresNodeStore.Steps);
        services.AddSteps(KeyRingStore.Steps);
    }

    private static void AddSteps(this IServiceCollection services, IEnumerable<SchemaStep> steps)
    {
        foreach (var step in steps)
        {
            services.AddSingleton(step);
        }
    }
}
