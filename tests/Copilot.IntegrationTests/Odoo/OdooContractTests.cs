using Copilot.Testing.Odoo;
using Xunit;

namespace Copilot.IntegrationTests.Odoo;

public sealed class OdooContractTests
{
    [Theory]
    [InlineData(typeof(Odoo14Tests))]
    [InlineData(typeof(Odoo19Tests))]
    public void No_suite_of_the_contract_is_forgotten(Type server)
    {
        Assert.NotEmpty(OdooContractSuites.All);
        Assert.Equal(OdooContractSuites.All, OdooContractSuites.AskedIn(server));
    }
}
