using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Odoo;

/// <summary>A server the contract is asked of: where it is, who may sign in, and a client for it.</summary>
public abstract class OdooServerUnderTest : IAsyncDisposable
{
    private ServiceProvider? services;

    /// <summary>Why the server is not there; null when it is.</summary>
    public abstract string? MissingBecause { get; }

    /// <summary>The version it plays or is.</summary>
    public abstract int Version { get; }

    public abstract Uri Address { get; }

    public virtual string Database => "distributor";

    /// <summary>The API the client speaks with it.</summary>
    public virtual OdooApi Api => OdooApi.Auto;

    /// <summary>Sees everything.</summary>
    public virtual ErpCredential Admin => new("admin", "admin");

    /// <summary>Sees sales documents of its own only, no invoices of others, no purchases.</summary>
    public abstract ErpCredential Salesperson { get; }

    /// <summary>Works with stock; sees no invoices.</summary>
    public abstract ErpCredential Stockkeeper { get; }

    /// <summary>The account that a demo role works with here.</summary>
    public abstract ErpCredential AccountOf(string role);

    /// <summary>A client made the way the program makes it.</summary>
    internal IOdooClient Client => Services.GetRequiredService<IOdooClient>();

    /// <summary>The documents that hang on its records.</summary>
    internal IDocumentFeed Documents => Services.GetRequiredService<IDocumentFeed>();

    /// <summary>Signing in as a person does who links an account.</summary>
    internal IErpSignIn SignIn => Services.GetRequiredService<IErpSignIn>();

    /// <summary>A tool of the business system, made the way the program makes it.</summary>
    internal ITool Tool(string name) => Tools.Single(t => t.Definition.Name == name);

    /// <summary>Something of the business system made with the services it needs.</summary>
    internal object Made(Type type) => ActivatorUtilities.CreateInstance(Services, type);

    /// <summary>All tools of the business system.</summary>
    internal IReadOnlyList<ITool> Tools => [.. Services.GetServices<ITool>()];

    internal Caller Caller(ErpCredential account, params int[] companies) => new()
    {
        Id = account.Login + "\n" + account.Secret,
        DisplayName = account.Login,
        Roles = [],
        Companies = [.. companies.Select(id => new CompanyRef(id, $"Company {id}"))],
        TimeZone = "UTC",
    };

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }

        await StopAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets how the server is reached, where a test wants it otherwise.</summary>
    protected virtual void Set(OdooOptions options)
    {
    }

    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <summary>The room's services over a client that a test has put something before.</summary>
    internal ServiceProvider ServicesOver(IOdooClient client) => Collection().AddSingleton(client).BuildServiceProvider();

    private ServiceProvider Services => services ??= Collection().BuildServiceProvider();

    private IServiceCollection Collection() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IErpCredentials>(new CredentialsFromCallerId(Admin))
        .AddSingleton<IDataGrants, AllGrants>()
        .AddOdoo(o =>
        {
            o.Url = Address.ToString();
            o.Database = Database;
            o.Api = Api;
            o.ReadTimeout = TimeSpan.FromSeconds(60);
            Set(o);
        });

    /// <summary>The tests' callers carry their account in their id.</summary>
    private sealed class CredentialsFromCallerId(ErpCredential service) : IErpCredentials
    {
        public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken)
            => caller.Id == ServiceAccount.Id ? ValueTask.FromResult(service)
                : caller.Id.Split('\n') is [var login, var secret]
                ? ValueTask.FromResult(new ErpCredential(login, secret))
                : throw new CopilotException($"{caller.DisplayName} has no account.");
    }
}
