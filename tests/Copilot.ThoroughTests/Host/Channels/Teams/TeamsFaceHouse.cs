using Copilot.Host;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>A house with a bot, and a practice writer that plans to-dos.</summary>
public sealed class TeamsFaceHouse : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private int conversations;

    internal PracticeWriter Todo { get; } = new("odoo.schedule_activity");

    internal TeamsHouse House { get; private set; } = null!;

    /// <summary>Gives a chat of its own for each question: none waits behind another, none knows the record another one spoke of.</summary>
    internal string NewConversation() => $"a:face-{Interlocked.Increment(ref conversations)}";

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
