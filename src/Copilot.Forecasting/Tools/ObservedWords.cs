using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>How figures of the business are called and written.</summary>
internal static class ObservedWords
{
    /// <summary>Whether figures of a kind are amounts of money.</summary>
    private static bool IsMoney(ObservedKind kind) => kind is not (ObservedKind.OrderQuantity or ObservedKind.AdjustedQuantity);

    /// <summary>A size of the figure's kind, with its unit or currency.</summary>
    public static string Amount(double value, Observed figure)
        => IsMoney(figure.Kind) ? $"{value.ToString("#,0.00", CultureInfo.InvariantCulture)} {figure.Unit}" : Wording.Quantity(value, figure.Unit);

    /// <summary>The same as a fact.</summary>
    public static Fact AmountFact(string name, double value, Observed figure)
        => IsMoney(figure.Kind) ? new Fact(name, FactKind.Money, value.ToString("0.00", CultureInfo.InvariantCulture), figure.Unit) : Wording.QuantityFact(name, value, figure.Unit);

    /// <summary>What a figure is: "ordered quantity of GLV-NIT-L".</summary>
    public static string What(Observed f) => f.Kind switch
    {
        ObservedKind.OrderQuantity => $"ordered quantity of {f.Group}",
        ObservedKind.SalesPrice => $"sales price of {f.Group}",
        ObservedKind.PurchasePrice => $"purchase price of {f.Group}",
        ObservedKind.Adjustment => $"worth of a stock adjustment in {f.Group}",
        ObservedKind.AdjustedQuantity => $"quantity of a stock adjustment in {f.Group}",
        ObservedKind.CustomerInvoice => "invoice amount",
        _ => "bill amount",
    };

    /// <summary>Figures of a kind, as many.</summary>
    public static string Many(ObservedKind kind) => kind switch
    {
        ObservedKind.OrderQuantity => "order quantities",
        ObservedKind.SalesPrice => "sales prices",
        ObservedKind.PurchasePrice => "purchase prices",
        ObservedKind.Adjustment or ObservedKind.AdjustedQuantity => "stock adjustments",
        ObservedKind.CustomerInvoice => "customer invoices",
        _ => "supplier bills",
    };
}
