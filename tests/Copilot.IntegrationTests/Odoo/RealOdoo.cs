using Copilot.Contracts;
using Copilot.Testing.Odoo;

namespace Copilot.IntegrationTests.Odoo;

/// <summary>A real Odoo with its demo data and the limited users the service script adds.</summary>
public abstract class RealOdoo(string service, int version) : OdooServerUnderTest
{
    private readonly ServiceAddress address = ServiceAddress.Of(service);

    public override string? MissingBecause => address.MissingBecause;

    public override int Version => version;

    public override Uri Address => new(address.Value!);

    public override ErpCredential Salesperson => new("sales", "sales");

    public override ErpCredential Stockkeeper => new("warehouse", "warehouse");

    // Odoo has no roles as the demo does: each works with the account of the service script that is nearest to it.
    public override ErpCredential AccountOf(string role) => role switch
    {
        RoleNames.SalesRep => Salesperson,
        RoleNames.WarehouseSupervisor => Stockkeeper,
        RoleNames.ServiceAgent => new("salesmanager", "salesmanager"),
        RoleNames.Purchaser => new("buyer", "buyer"),
        RoleNames.Accountant => new("invoicing", "invoicing"),
        RoleNames.OperationsManager => Admin,
        _ => new("employee", "employee"),
    };
}
