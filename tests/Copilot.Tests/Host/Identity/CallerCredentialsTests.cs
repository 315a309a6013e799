using Copilot.Contracts;
using Copilot.Host.Console;
using Copilot.Host.Identity;
using Copilot.Host.Identity.Accounts;
using Copilot.Host.Settings;
using Copilot.Odoo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace Copilot.Tests.Host.Identity;

/// <summary>With which account somebody works: the first that is there decides, and nobody gets another one's.</summary>
public sealed class CallerCredentialsTests
{
    private static readonly CompanyRef[] OneCompany = [new(1, "One")];

    [Fact]
    public async Task Without_an_account_the_answer_says_where_to_link_one()
    {
        var refused = await Assert.ThrowsAsync<CopilotException>(async () => await AskAsync(Somebody));

        Assert.Contains("http://copilot.example/console/link", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_vouches_for_somebody_comes_before_the_demo()
    {
        var persona = Personas.Find(RoleNames.SalesRep)!.ToCaller();

        var account = await AskAsync(persona, before: new Vouching(persona.Id, new ErpCredential("sofia", "token")));

        Assert.Equal("sofia", account.Login);
        Assert.Equal(RoleNames.Purchaser, (await AskAsync(Personas.Find(RoleNames.Purchaser)!.ToCaller(), before: new Vouching(persona.Id, new ErpCredential("sofia", "token")))).Login);
    }

    [Fact]
    public async Task The_service_account_is_shared_only_by_permit_and_within_companies()
    {
        await Assert.ThrowsAsync<CopilotException>(async () => await AskAsync(Somebody));
        await Assert.ThrowsAsync<CopilotException>(async () => await AskAsync(Somebody with { SharedAccess = true, Companies = [] }));

        Assert.Equal("admin", (await AskAsync(Somebody with { SharedAccess = true })).Login);
    }

    [Fact]
    public async Task Ones_own_account_comes_before_the_shared_one()
        => Assert.Equal(RoleNames.SalesRep, (await AskAsync(Personas.Find(RoleNames.SalesRep)!.ToCaller() with { SharedAccess = true })).Login);

    [Fact]
    public void A_persona_that_strangers_can_play_holds_nobodys_account()
    {
        var odoo = Options.Create(new OdooOptions());
        var persona = Personas.Find(RoleNames.SalesRep)!.ToCaller();

        Assert.True(new LinkRules(Settings(), odoo, localOnly: true).Of(persona).MayLink);
        Assert.False(new LinkRules(Settings(), odoo, localOnly: false).Of(persona).MayLink);
        Assert.True(new LinkRules(Settings(), odoo, localOnly: false).Of(Somebody).MayLink);
    }

    private static Caller Somebody => new() { Id = "oidc:anna", DisplayName = "Anna", Roles = [RoleNames.SalesRep], Companies = OneCompany };

    private static CopilotSettings Settings() => SettingsReader.Read(new ConfigurationBuilder().Build(), Path.GetTempPath());

    private static async Task<ErpCredential> AskAsync(Caller caller, IAccountSource? before = null)
    {
        var settings = Settings();
        IAccountSource[] sources = [new SettingsAccounts(settings), .. before is null ? Array.Empty<IAccountSource>() : [before], new PersonaAccounts(settings), new SharedAccounts(settings)];
        return await new CallerCredentials(sources, new LinkAddress("http://copilot.example/"), settings).ForAsync(caller, CancellationToken.None);
    }

    private sealed class Vouching(string id, ErpCredential account) : IAccountSource
    {
        public ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken) => ValueTask.FromResult(caller.Id == id ? account : null);
    }
}
