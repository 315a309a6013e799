using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Storage;

/// <summary>Adds the embedded store.</summary>
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
    public static void AddStorage(this IServiceCollection services, CopilotSettings settings)
    {
        services.AddSingleton<IStoreDatabase>(_ => new SqliteDatabase(DatabaseFile(settings)));
        services.AddSingleton(_ => new NodeMark(settings.Data));
        services.AddSingleton<SchemaStore>();
        services.AddSingleton<TurnStore>();
        services.AddSingleton<ITurnStore>(provider => provider.GetRequiredService<TurnStore>());
        services.AddSingleton<ConversationStore>();
        foreach (var step in TurnSchemaStore.Steps)
        {
            services.AddSingleton(step);
        }
    }
}
