using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Testing.Odoo;
using Copilot.Testing.Odoo.Actions;
using Copilot.Testing.Odoo.Faults;
using Copilot.Testing.Odoo.Matrix;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.IntegrationTests.Odoo;

/// <summary>The contract asked of a real Odoo 19 with API keys over <c>/json/2</c>: all of it, since each method has arguments of its own that this wire must name.</summary>
public static class Odoo19Json2Tests
{
    public sealed class Server() : RealOdoo("ODOO19", 19), IAsyncLifetime
    {
        // Making one costs a real server three checks of a password, so all suites share them.
        private static readonly Lazy<Task<IReadOnlyDictionary<string, ErpCredential>>> SharedKeys = new(MakeKeysAsync);

        private IReadOnlyDictionary<string, ErpCredential> keys = new Dictionary<string, ErpCredential>();

        public override OdooApi Api => OdooApi.Json2;

        public override ErpCredential Admin => WithKey(base.Admin);

        public override ErpCredential Salesperson => WithKey(base.Salesperson);

        public override ErpCredential Stockkeeper => WithKey(base.Stockkeeper);

        public override ErpCredential AccountOf(string role) => WithKey(base.AccountOf(role));

        public async Task InitializeAsync()
        {
            if (MissingBecause is not null)
            {
                return;
            }

            keys = await SharedKeys.Value;
        }

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        /// <summary>Made as a person makes one by linking an account with a password; they lapse by themselves.</summary>
        private static async Task<IReadOnlyDictionary<string, ErpCredential>> MakeKeysAsync()
        {
            await using var server = new Server();
            var made = new Dictionary<string, ErpCredential>();
            await using var services = new ServiceCollection().AddLogging().AddOdoo(o => (o.Url, o.Database, o.Api) = (server.Address.ToString(), server.Database, OdooApi.JsonRpc)).BuildServiceProvider();
            foreach (var account in RoleNames.All.Select(server.AccountOf).DistinctBy(a => a.Login))
            {
                made[account.Login] = (await services.GetRequiredService<IErpSignIn>().WithPasswordAsync("default", account, CancellationToken.None)).Credential;
            }

            return made;
        }

        private ErpCredential WithKey(ErpCredential account) => keys.GetValueOrDefault(account.Login) ?? account;
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

    public sealed class Match(Server server) : OdooMatchContract(server), IClassFixture<Server>;

    public sealed class ActionFaults(Server server) : OdooActionFaultContract(server), IClassFixture<Server>;

    public sealed class LineFaults(Server server) : OdooLineFaultContract(server), IClassFixture<Server>;

    public sealed class Matrix(Server server) : OdooMatrixContract(server), IClassFixture<Server>;

    public sealed class Floor(Server server) : OdooFloorContract(server), IClassFixture<Server>;

    public sealed class Exceptions(Server server) : OdooExceptionContract(server), IClassFixture<Server>;

    public sealed class Link(Server server) : OdooLinkContract(server), IClassFixture<Server>;
}
