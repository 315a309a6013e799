namespace Copilot.Odoo.MasterData;

/// <summary>What of the master data the caller may see.</summary>
internal sealed record MasterSight(bool Customers, bool Suppliers, bool Products)
{
    /// <summary>Whether anything of what was asked for may be seen.</summary>
    public bool Covers(string of) => of switch { "customers" => Customers, "suppliers" => Suppliers, "products" => Products, _ => Customers || Suppliers || Products };
}
