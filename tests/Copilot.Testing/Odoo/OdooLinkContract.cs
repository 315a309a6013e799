using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Linking an account: what a person gives is checked at once, and a password becomes an API key.</summary>
public abstract class OdooLinkContract(OdooServerUnderTest server) : OdooContract(server)
{
    private const string Tenant = "default";

    [SkippableFact]
    public async Task A_password_becomes_a_key_that_works()
    {
        var made = await Server.SignIn.WithPasswordAsync(Tenant, Password(Server.Stockkeeper.Login), None);

        Assert.NotEqual(Server.Stockkeeper.Login, made.Credential.Secret);
        Assert.Equal(40, made.Credential.Secret.Length);
        Assert.Equal(Server.Version >= 18, made.ExpiresAt is not null);
        Assert.True(await Client.MayReadAsync(Server.Caller(made.Credential), "stock.picking", None));
    }

    [SkippableFact]
    public async Task What_is_known_of_the_person_comes_back()
    {
        var found = await Server.SignIn.WithKeyAsync(Tenant, Server.Salesperson, None);

        Assert.Equal(Server.Salesperson.Login, found.Credential.Login);
        Assert.NotEmpty(found.Name);
        Assert.NotEmpty(found.Companies);
        Assert.All(found.Companies, company => Assert.NotEmpty(company.Name));
    }

    [SkippableFact]
    public async Task A_wrong_secret_is_refused_in_words()
    {
        var refused = await Assert.ThrowsAsync<CopilotException>(() => Server.SignIn.WithKeyAsync(Tenant, new ErpCredential(Server.Salesperson.Login, new string('a', 40)), None));

        Assert.False(refused.IsTransient);
        Assert.Contains("Odoo refused", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_key_of_somebody_else_is_refused()
        => await Assert.ThrowsAsync<CopilotException>(() => Server.SignIn.WithKeyAsync(Tenant, new ErpCredential(Server.Salesperson.Login, Server.Stockkeeper.Secret), None));

    [SkippableFact]
    public async Task A_secret_that_fitted_once_does_not_open_the_account_for_another_one()
    {
        Assert.True(await Client.MayReadAsync(Salesperson, "sale.order", None));
        var other = Server.Caller(new ErpCredential(Server.Salesperson.Login, Server.Stockkeeper.Secret));

        await FaultAsync(OdooFault.LoginRefused, () => Client.CountAsync(other, "sale.order", OdooDomain.All, None));
    }

    private static ErpCredential Password(string login) => new(login, login);
}
