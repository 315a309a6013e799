using Copilot.Testing.Service;

namespace Copilot.BrowserTests;

/// <summary>A service whose people sign in at a real OpenID provider on this machine.</summary>
public sealed class ProviderService : ChatService
{
    private readonly NpmClients _clients = new();
    private NpmProvider? _provider;

    /// <summary>Gets why there is no provider, or null.</summary>
    public string? MissingBecause { get; private set; }

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        if ((MissingBecause = Chromium.MissingBecause()) is not null)
        {
            return;
        }

        await _clients.InitializeAsync();
        if ((MissingBecause = _clients.MissingBecause) is null)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            _provider = await NpmProvider.StartAsync(limit.Token);
            await base.InitializeAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override CopilotProgram ProgramIn(string folder)
        => CopilotProgram.WithPracticeCompany(folder)
            .With("Oidc__Authority", _provider!.Issuer.ToString()).With("Oidc__Audience", NpmProvider.Audience).With("Oidc__Roles", "Sales Team=sales-rep")
            .With("Oidc__CompanyClaim", "companies").With("Oidc__Companies", "1:Meridian Industrial Supply").With("Oidc__ClientId", "chat").With("Oidc__Scope", "openid copilot");
}
