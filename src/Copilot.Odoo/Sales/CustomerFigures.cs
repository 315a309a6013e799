using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Orders of a period: how many, net amount, margin where it may be read.</summary>
internal sealed record OrderFigures(Period Period, int Orders, decimal Revenue, decimal? Margin);

/// <summary>A customer with its figures.</summary>
internal sealed record CustomerFigures
{
    public required OdooRow Row { get; init; }

    public required OrderFigures Now { get; init; }

    public required OrderFigures Before { get; init; }

    /// <summary>Where the orders begin.</summary>
    public required HistoryStart Start { get; init; }

    /// <summary>Orders with goods still to ship.</summary>
    public required OrderFigures Open { get; init; }

    /// <summary>Products by net amount, largest first.</summary>
    public required IReadOnlyList<(int Id, string Product, decimal Net)> Best { get; init; }

    public OdooRow? LastContact { get; init; }

    /// <summary>The confirmed order with the latest order date, whatever the period.</summary>
    public OdooRow? LastOrder { get; init; }

    public int Id => Row.Id;

    public string Name => Row.Text("name") ?? string.Empty;

    public string Currency { get; init; } = "EUR";
}
