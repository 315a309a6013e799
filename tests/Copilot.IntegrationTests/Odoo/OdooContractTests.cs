using Copilot.Testing.Odoo;
using Xunit;

namespace Copilot.IntegrationTests.Odoo;

public sealed class OdooContractTests
{
    [Theory]
    [InlineData(typeof(Odoo14Tests))]
    [InlineData(typeof(Odoo19Tests), nameof(Odoo19Json2Tests.Matrix))]
    [InlineData(typeof(Odoo19Json2Tests))]
    public void No_suite_of_the_contract_is_forgotten(Type server, params string[] askedElsewhere)
    {
        Assert.NotEmpty(OdooContractSuites.All);
        Assert.Equal(OdooContractSuites.All.Except(askedElsewhere.Select(s => $"Odoo{s}Contract")), OdooContractSuites.AskedIn(server));
    }
}
