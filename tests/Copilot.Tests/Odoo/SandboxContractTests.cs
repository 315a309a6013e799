using Copilot.Contracts;
using Copilot.Sandbox;
using Copilot.Testing.Odoo;
using Copilot.Testing.Odoo.Actions;
using Xunit;

namespace Copilot.Tests.Odoo;

/// <summary>The contract asked of the practice company: what real Odoo does, it must do.</summary>
public static class SandboxContractTests
{
    public sealed class Server : OdooServerUnderTest, IAsyncLifetime
    {
        private SandboxServer? sandbox;

        public override string? MissingBecause => null;

        public override int Version => 19;

        public override Uri Address => sandbox!.Address;

        public override ErpCredential Salesperson => new("sales-rep", "sales-rep");

        public override ErpCredential Stockkeeper => new("warehouse-supervisor", "warehouse-supervisor");

        public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        protected override ValueTask StopAsync() => sandbox!.DisposeAsync();
    }

    public sealed class SignIn(Server server) : OdooSignInContract(server), IClassFixture<Server>;

    public sealed class Search(Server server) : OdooSearchContract(server), IClassFixture<Server>;

    public sealed class Read(Server server) : OdooReadContract(server), IClassFixture<Server>;

    public sealed class Write(Server server) : OdooWriteContract(server), IClassFixture<Server>;

    public sealed class Faults(Server server) : OdooFaultContract(server), IClassFixture<Server>;

    public sealed class Rights(Server server) : OdooRightsContract(server), IClassFixture<Server>;

    public sealed class Business(Server server) : OdooBusinessContract(server), IClassFixture<Server>;

    public sealed class Figures(Server server) : OdooFiguresContract(server), IClassFixture<Server>;

    public sealed class Documents(Server server) : OdooDocumentContract(server), IClassFixture<Server>;

    public sealed class RecordActions(Server server) : OdooRecordActionContract(server), IClassFixture<Server>;

    public sealed class SalesActions(Server server) : OdooSalesActionContract(server), IClassFixture<Server>;

    public sealed class StockActions(Server server) : OdooStockActionContract(server), IClassFixture<Server>;

    public sealed class PurchaseActions(Server server) : OdooPurchaseActionContract(server), IClassFixture<Server>;

    public sealed class ActionFaults(Server server) : OdooActionFaultContract(server), IClassFixture<Server>;

    public sealed class Floor(Server server) : OdooFloorContract(server), IClassFixture<Server>;

    public sealed class Completeness
    {
        [Fact]
        public void No_suite_of_the_contract_is_forgotten()
            => Assert.Equal(OdooContractSuites.All, OdooContractSuites.AskedIn(typeof(SandboxContractTests)));
    }
}
