using Copilot.Contracts;
using Copilot.Conversation.Prompts;
using Copilot.Documents.Desk;
using Copilot.Governance.Policies;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Copilot.Host.Settings;
using Copilot.Host.Start;
using Copilot.Host.Storage;
using Copilot.Odoo;
using Copilot.Odoo.Exceptions;
using Microsoft.Extensions.Options;

namespace Copilot.Host;

/// <summary>The whole house, put together and running: used by the service, the terminal verbs, the tests and the evals alike.</summary>
public sealed class CopilotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _listens;

    private CopilotHost(WebApplication app, bool listens)
    {
        _app = app;
        _listens = listens;
    }

    /// <summary>Gets the services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Gets the address clients reach the service at.</summary>
    /// <exception cref="InvalidOperationException">The house does not listen.</exception>
    public Uri Address => _listens
        ? new Uri(_app.Urls.First().Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal))
        : throw new InvalidOperationException("This house was started without listening.");

    /// <summary>Puts the house together and starts it; returns when questions can be answered, or when all is done but a part that is down (see <c>/readyz</c>).</summary>
    /// <param name="options">How much, and where.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The running house.</returns>
    /// <exception cref="CopilotException">The configuration can't be used, or an address is taken; the message says what to do.</exception>
    public static async Task<CopilotHost> StartAsync(CopilotHostOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var app = Compose(options);
        var host = new CopilotHost(app, options.Listen);
        try
        {
            CheckOdoo(app.Services);
            app.Services.GetRequiredService<PolicyCheck>().Run();
            if (options.StoreUse == StoreUse.Normal)
            {
                // Whether a model is configured or not: a prompt that can't be used is found now, not in somebody's turn.
                PromptLedger.Open(app.Services.GetRequiredService<CopilotSettings>().PromptsFolder);
            }

            await app.Services.GetRequiredService<StoreOpening>().RunAsync(cancellationToken);
            if (options.Listen)
            {
                await ListenAsync(app, options, cancellationToken);
            }

            if (options.StoreUse == StoreUse.Normal)
            {
                await app.Services.GetRequiredService<StartSequence>().RunAsync(cancellationToken);
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads one value of the configuration as a house would, without starting one.</summary>
    /// <param name="options">The house.</param>
    /// <param name="key">The key, with <c>:</c> between parts.</param>
    /// <returns>The value, or null.</returns>
    internal static string? ReadSetting(CopilotHostOptions options, string key)
    {
        using var configuration = new ConfigurationManager();
        configuration.SetBasePath(options.WorkingFolder);
        Configure(configuration, options);
        return configuration[key];
    }

    /// <summary>Reads and checks the configuration as a house would, without starting one.</summary>
    /// <param name="options">The house.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="CopilotException">The configuration can't be used.</exception>
    internal static CopilotSettings ReadSettings(CopilotHostOptions options)
    {
        using var configuration = new ConfigurationManager();
        configuration.SetBasePath(options.WorkingFolder);
        Configure(configuration, options);
        return SettingsReader.Read(configuration, options.WorkingFolder);
    }

    /// <summary>Waits until the process is told to end.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task.</returns>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_listens)
        {
            await _app.StopAsync(CancellationToken.None);
        }

        await _app.DisposeAsync();
    }

    private static WebApplication Compose(CopilotHostOptions options)
    {
        // Empty: nothing is read or logged that is not named here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = options.WorkingFolder, ApplicationName = "copilot" });
        Configure(builder.Configuration, options);
        AddLogging(builder.Logging, builder.Configuration, options);
        var settings = SettingsReader.Read(builder.Configuration, options.WorkingFolder);
        if (options.StoreMustExist && settings.Store is null && !File.Exists(StorageSetup.DatabaseFile(settings)))
        {
            throw new CopilotException($"There is no store at {StorageSetup.DatabaseFile(settings)}. Name the folder with Copilot__Data, or the PostgreSQL database with Copilot__Store.");
        }

        if (options.StoreUse != StoreUse.MoveFrom)
        {
            CreateDataFolder(settings.Data);
        }

        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Problems.LargestBody;
        });
        builder.Services.AddHouse(builder.Configuration, settings, options);
        options.Configure?.Invoke(builder.Services);

        var app = builder.Build();
        if (options.Listen)
        {
            app.UseChannels(options.WidgetFolder);
        }

        return app;
    }

    private static void Configure(ConfigurationManager configuration, CopilotHostOptions options)
    {
        foreach (var folder in new[] { AppContext.BaseDirectory, options.WorkingFolder }.Distinct(StringComparer.Ordinal))
        {
            configuration.AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true, reloadOnChange: false);
        }

        if (options.ReadEnvironment)
        {
            configuration.AddEnvironmentVariables();
        }

        configuration.AddInMemoryCollection(options.Settings);
    }

    private static void AddLogging(ILoggingBuilder logging, ConfigurationManager configuration, CopilotHostOptions options)
    {
        logging.SetMinimumLevel(options.LogLevel);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // The framework's own remarks: each request without a token, and that keys lie in the (private) data folder as they are.
        logging.AddFilter(typeof(BearerHandler).FullName, LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddConfiguration(configuration.GetSection("Logging"));

        // Standard output belongs to answers and machine output.
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void CreateDataFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            // Questions, answers and keys lie here: nobody else's business.
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void CheckOdoo(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<OdooOptions>>().Value;
            _ = services.GetRequiredService<IOptions<ExceptionOptions>>().Value;
            _ = services.GetRequiredService<IOptions<DeskOptions>>().Value;
        }
        catch (OptionsValidationException wrong)
        {
            throw new CopilotException("The configuration can't be used:\n" + string.Join('\n', wrong.Failures.Select(fault => "- " + fault)), wrong);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder names the key; the value is not repeated.
            throw new CopilotException($"The configuration can't be used:\n- {unreadable.Message}", unreadable);
        }
    }

    private static async Task ListenAsync(WebApplication app, CopilotHostOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new CopilotException($"Can't listen on {options.Urls}: the address is in use or not allowed. Stop the other program, or choose another address with --urls.", taken);
        }

        var logger = app.Services.GetRequiredService<ILogger<CopilotHost>>();
        foreach (var url in app.Urls)
        {
            Log.Listening(logger, url);
            if (!HouseSetup.IsLocal(url) && app.Services.GetRequiredService<CopilotSettings>().DemoEnabled)
            {
                Log.DemoExposed(logger, url);
            }
        }
    }
}
