using System.Net.Http.Headers;
using Copilot.Host;
using Copilot.Testing.Identity;
using Copilot.Testing.Models;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Identity;

/// <summary>A house whose people sign in at a practice provider, with a clock that can be put forward.</summary>
public sealed class OidcHouse : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    internal SkippingClock Clock { get; } = new();

    internal PracticeProvider Provider { get; private set; } = null!;

    internal PracticeTeams Teams { get; private set; } = null!;

    internal CopilotHost House { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await PracticeProvider.StartAsync();
        Teams = await PracticeTeams.StartAsync();
        var options = TestHouse.Options(folder, [.. Provider.Settings(), .. Teams.Settings()]);
        House = await CopilotHost.StartAsync(options with { Configure = services => { options.Configure!(services); services.AddSingleton<TimeProvider>(Clock); } }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Provider.DisposeAsync();
        await Teams.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A client that bears a token.</summary>
    internal HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = House.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
