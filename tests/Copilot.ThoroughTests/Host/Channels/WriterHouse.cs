using Copilot.Contracts;
using Copilot.Host;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A house in which one action is a practice writer, with rules that let a sales rep propose it and an operations manager decide.</summary>
internal sealed class WriterHouse : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly CopilotHost _house;

    private WriterHouse(TemporaryFolder folder, CopilotHost house, PracticeWriter writer) => (_folder, _house, Writer) = (folder, house, writer);

    /// <summary>Gets the action.</summary>
    public PracticeWriter Writer { get; }

    /// <summary>Gets the room of conversations.</summary>
    public ScriptedRunner Runner => (ScriptedRunner)_house.Services.GetRequiredService<Copilot.Host.Channels.ITurnRunner>();

    /// <summary>Starts a house.</summary>
    /// <param name="tool">The action's name.</param>
    /// <param name="place">The class of the tool whose place it takes.</param>
    public static async Task<WriterHouse> StartAsync(string tool, string place)
    {
        var folder = new TemporaryFolder();
        var writer = new PracticeWriter(tool);
        return new WriterHouse(folder, await CopilotHost.StartAsync(await WithAsync(TestHouse.Options(folder), folder, writer, place), CancellationToken.None), writer);
    }

    /// <summary>Puts the action and its rules into the options of a house.</summary>
    public static async Task<CopilotHostOptions> WithAsync(CopilotHostOptions options, TemporaryFolder folder, PracticeWriter writer, string place)
    {
        var tool = writer.Definition.Name;
        var policies = folder.Join("policies.yaml");
        await File.WriteAllTextAsync(policies, $$"""
            version: 1
            grants: { sales-rep: [sales], operations-manager: [sales], auditor: [] }
            models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
            actions:
              {{ActionHouse.Rules.Replace("practice.move_date", tool, StringComparison.Ordinal)}}
            """);
        return options with
        {
            Settings = new Dictionary<string, string?>(options.Settings) { ["Copilot:Governance:Policies"] = policies },
            Configure = services =>
            {
                options.Configure!(services);
                services.Remove(services.Single(s => s.ServiceType == typeof(ITool) && s.ImplementationType?.Name == place));
                services.AddSingleton<ITool>(writer);
            },
        };
    }

    /// <summary>Signs in and gives a client with the token.</summary>
    public Task<HttpClient> AsAsync(string persona) => _house.SignedInAsync(persona);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _folder.Dispose();
    }
}
