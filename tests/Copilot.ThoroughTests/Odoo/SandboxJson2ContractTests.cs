using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Sandbox;
using Copilot.Testing.Odoo;
using Copilot.Testing.Odoo.Actions;
using Copilot.Testing.Odoo.Faults;
using Copilot.Testing.Odoo.Matrix;
using Xunit;

namespace Copilot.ThoroughTests.Odoo;

/// <summary>The contract asked of the practice company with API keys over <c>/json/2</c>.</summary>
public static class SandboxJson2ContractTests
{
    private const string Name = "practice company over JSON-2";

    public sealed class Server : OdooServerUnderTest, IAsyncLifetime
    {
        private SandboxServer? sandbox;

        public override string? MissingBecause => null;

        public override int Version => 19;

        public override OdooApi Api => OdooApi.Json2;

        public override Uri Address => sandbox!.Address;

        public override ErpCredential Admin => WithKey("admin");

        public override ErpCredential Salesperson => WithKey("sales-rep");

        public override ErpCredential Stockkeeper => WithKey("warehouse-supervisor");

        public override ErpCredential AccountOf(string role) => WithKey(role);

        public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        protected override ValueTask StopAsync() => sandbox!.DisposeAsync();

        private static ErpCredential WithKey(string login) => new(login, SandboxServer.ApiKeyOf(login));
    }

    /// <summary>One practice company for all suites: each makes the records it needs.</summary>
    [CollectionDefinition(Name)]
    public sealed class Shared : ICollectionFixture<Server>;

    [Collection(Name)]
    public sealed class SignIn(Server server) : OdooSignInContract(server);

    [Collection(Name)]
    public sealed class Search(Server server) : OdooSearchContract(server);

    [Collection(Name)]
    public sealed class Read(Server server) : OdooReadContract(server);

    [Collection(Name)]
    public sealed class Write(Server server) : OdooWriteContract(server);

    [Collection(Name)]
    public sealed class Faults(Server server) : OdooFaultContract(server);

    [Collection(Name)]
    public sealed class Rights(Server server) : OdooRightsContract(server);

    [Collection(Name)]
    public sealed class Business(Server server) : OdooBusinessContract(server);

    [Collection(Name)]
    public sealed class Figures(Server server) : OdooFiguresContract(server);

    [Collection(Name)]
    public sealed class Documents(Server server) : OdooDocumentContract(server);

    [Collection(Name)]
    public sealed class RecordActions(Server server) : OdooRecordActionContract(server);

    [Collection(Name)]
    public sealed class SalesActions(Server server) : OdooSalesActionContract(server);

    [Collection(Name)]
    public sealed class StockActions(Server server) : OdooStockActionContract(server);

    [Collection(Name)]
    public sealed class PurchaseActions(Server server) : OdooPurchaseActionContract(server);

    [Collection(Name)]
    public sealed class Match(Server server) : OdooMatchContract(server);

    [Collection(Name)]
    public sealed class ActionFaults(Server server) : OdooActionFaultContract(server);

    [Collection(Name)]
    public sealed class LineFaults(Server server) : OdooLineFaultContract(server);

    [Collection(Name)]
    public sealed class Matrix(Server server) : OdooMatrixContract(server);

    [Collection(Name)]
    public sealed class Floor(Server server) : OdooFloorContract(server);

    [Collection(Name)]
    public sealed class Exceptions(Server server) : OdooExceptionContract(server);

    [Collection(Name)]
    public sealed class Link(Server server) : OdooLinkContract(server);

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(OdooContractSuites.All, OdooContractSuites.AskedIn(typeof(SandboxJson2ContractTests)));
    }
}
