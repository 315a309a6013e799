using Copilot.Host;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>A house with a bot, and a practice writer that plans to-dos.</summary>
public sealed class TeamsFaceHouse : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    internal PracticeWriter Todo { get; } = new("odoo.schedule_activity");

    internal TeamsHouse House { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var ready = await WriterHouse.WithAsync(new CopilotHostOptions { Configure = _ => { } }, folder, Todo, "ScheduleActivityTool");
        House = await TeamsHouse.StartAsync(options => options with
        {
            Settings = new Dictionary<string, string?>([.. options.Settings, .. ready.Settings]),
            Configure = services =>
            {
                options.Configure!(services);
                ready.Configure!(services);
            },
        });
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        folder.Dispose();
    }
}
