using Copilot.Host.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Host;

/// <summary>How much of the house starts, and where. What the installation is told lies in the configuration instead.</summary>
public sealed record CopilotHostOptions
{
    /// <summary>Gets the addresses to listen on, <c>;</c> between them; port 0 for any free one.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Gets a value indicating whether HTTP is served; terminal verbs and evals use the services alone.</summary>
    public bool Listen { get; init; } = true;

    /// <summary>Gets what is prepared at start, beside the store.</summary>
    public HouseParts Prepare { get; init; } = HouseParts.All;

    /// <summary>Gets a value indicating whether a store that is not there is an error: who reads the audit trail must not get a new, empty one.</summary>
    public bool StoreMustExist { get; init; }

    /// <summary>Gets what the store is opened for.</summary>
    internal StoreUse StoreUse { get; init; }

    /// <summary>Gets what relative folders are relative to, and where a second <c>appsettings.json</c> may lie.</summary>
    public string WorkingFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Gets configuration that goes before files and environment, by key: <c>Copilot:Data</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Gets a value indicating whether environment variables count; tests say no.</summary>
    public bool ReadEnvironment { get; init; } = true;

    /// <summary>Gets the folder of the built web chat.</summary>
    public string WidgetFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Gets the least level that is logged when the configuration says nothing.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Gets what is registered last, in place of the house's own services; for tests.</summary>
    public Action<IServiceCollection>? Configure { get; init; }
}
