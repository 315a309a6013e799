using Copilot.Host;
using Copilot.Host.Channels;
using Copilot.Testing.Helpdesk;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A house behind the faces: its conversation room is scripted, and a practice writer plans to-dos.</summary>
public sealed class FaceHouse : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private CopilotHost? house;

    internal PracticeWriter Todo { get; } = new("odoo.schedule_activity");

    internal ScriptedRunner Runner => (ScriptedRunner)Services.GetRequiredService<ITurnRunner>();

    internal IServiceProvider Services => house!.Services;

    internal Uri Address => house!.Address;

    public async Task InitializeAsync()
        => house = await CopilotHost.StartAsync(await WriterHouse.WithAsync(TestHouse.Options(folder, PracticeOdoo.Settings()), folder, Todo, "ScheduleActivityTool"), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }

    internal Task<HttpClient> SignedInAsync() => house!.SignedInAsync(Copilot.Contracts.RoleNames.SalesRep);
}
