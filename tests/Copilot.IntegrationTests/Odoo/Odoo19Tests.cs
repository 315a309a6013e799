using Copilot.Testing.Odoo;
using Copilot.Testing.Odoo.Actions;
using Copilot.Testing.Odoo.Faults;
using Xunit;

namespace Copilot.IntegrationTests.Odoo;

/// <summary>The contract asked of a real Odoo 19 with passwords over JSON-RPC. The rights matrix, which takes as long as all else, is asked of it over the API that accounts with a key use: <see cref="Odoo19Json2Tests"/>.</summary>
public static class Odoo19Tests
{
    public sealed class Server() : RealOdoo("ODOO19", 19);

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

    public sealed class Match(Server server) : OdooMatchContract(server), IClassFixture<Server>;

    public sealed class ActionFaults(Server server) : OdooActionFaultContract(server), IClassFixture<Server>;

    public sealed class LineFaults(Server server) : OdooLineFaultContract(server), IClassFixture<Server>;

    public sealed class Floor(Server server) : OdooFloorContract(server), IClassFixture<Server>;

    public sealed class Exceptions(Server server) : OdooExceptionContract(server), IClassFixture<Server>;

    public sealed class Link(Server server) : OdooLinkContract(server), IClassFixture<Server>;
}
