using System.Net;
using Xunit;

namespace Copilot.ThoroughTests.Host.Identity;

/// <summary>An OpenID provider that changes: its keys, its name. Each in a house of its own.</summary>
public sealed class OidcKeysTests : IAsyncLifetime
{
    private readonly OidcHouse oidc = new();

    public Task InitializeAsync() => oidc.InitializeAsync();

    public Task DisposeAsync() => oidc.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_found_after_a_rotation_and_guesses_do_not_fetch_again()
    {
        using (var client = oidc.Client(Good()))
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/conversations")).StatusCode);
        }

        oidc.Provider.Mint.Rotate();
        using var rotated = oidc.Client(Good());
        Assert.Equal(HttpStatusCode.Unauthorized, (await rotated.GetAsync("/api/v1/conversations")).StatusCode);
        var read = oidc.Provider.KeysRead;
        oidc.Clock.Skip(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, (await rotated.GetAsync("/api/v1/conversations")).StatusCode);
        for (var i = 0; i < 5; i++)
        {
            using var guess = oidc.Client(oidc.Provider.Mint.Sign(oidc.Provider.Claims(), keyId: $"guess-{i}"));
            Assert.Equal(HttpStatusCode.Unauthorized, (await guess.GetAsync("/api/v1/conversations")).StatusCode);
        }

        Assert.Equal(read + 1, oidc.Provider.KeysRead);
    }

    [Fact]
    public async Task A_provider_that_calls_itself_something_else_signs_nobody_in()
    {
        oidc.Provider.Issuer = "https://another.example/";
        using var client = oidc.Client(Good());

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/conversations")).StatusCode);
    }

    private string Good() => oidc.Provider.Mint.Sign(oidc.Provider.Claims(roles: ["Sales Team"]));
}
