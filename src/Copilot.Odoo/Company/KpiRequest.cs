using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>Which key figures, of when, of what.</summary>
internal sealed record KpiRequest
{
    public required IReadOnlyList<Kpi> Measures { get; init; }

    /// <summary><c>warehouse</c>, <c>customer</c> or <c>supplier</c> to compare them; null for one figure.</summary>
    public required string? Group { get; init; }

    public required AskedPeriod Period { get; init; }

    public required CompanyScope Companies { get; init; }

    public ResolvedName? Warehouse { get; init; }

    public ResolvedName? Customer { get; init; }

    public ResolvedName? Supplier { get; init; }

    public required int Shown { get; init; }

    public bool Wants(Kpi kpi) => Measures.Contains(kpi);

    /// <summary>What the figures are of: " of Nordlicht", " from Lyon"; empty for all.</summary>
    public string About
        => (Customer is { } c ? $" for {c.Name}" : string.Empty) + (Supplier is { } s ? $" of {s.Name}" : string.Empty) + (Warehouse is { } w ? $" in {w.Name}" : string.Empty);

    /// <summary>The conditions on orders.</summary>
    public IReadOnlyList<(string Field, string Op, object Value)> OnOrders(int? company)
        => [
            .. Customer is { } c ? [("partner_id", "child_of", (object)c.Id)] : Array.Empty<(string, string, object)>(),
            .. Warehouse is { } w ? [("warehouse_id", "=", (object)w.Id)] : Array.Empty<(string, string, object)>(),
            .. company is { } id ? [("company_id", "=", (object)id)] : Array.Empty<(string, string, object)>(),
        ];

    /// <summary>The conditions on receipts.</summary>
    public OdooDomain OnReceipts
    {
        get
        {
            var domain = Companies.Narrow(OdooDomain.All);
            domain = Supplier is { } s ? domain.And("partner_id", "child_of", s.Id) : domain;
            return Warehouse is { } w ? domain.And("picking_type_id.warehouse_id", "=", w.Id) : domain;
        }
    }

    /// <summary>The days that are judged: a promise for today can still be kept.</summary>
    public static Period Judged(Period period, DateOnly today) => period.To < today ? period : period with { To = today.AddDays(-1) };
}
