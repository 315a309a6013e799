using Copilot.Contracts;
using Copilot.Forecasting.Tools;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class ReorderQuantityTests
{
    private static readonly SupplierOffer[] Breaks = [new("Acme", 100, 3.00, "EUR", 10), new("Acme", 5000, 2.96, "EUR", 10), new("Acme", 10_000, 2.92, "EUR", 10), new("Other", 0, 1.00, "EUR", 10)];

    [Fact]
    public void The_price_breaks_of_the_first_supplier_decide_as_in_the_textbook()
    {
        // Chopra and Meindl: the drug store orders 10,000 for the lowest price.
        var quantity = ReorderQuantity.Of(120_000, Terms(Breaks), "pcs");
        Assert.Equal((10_000, 2.92), (quantity.Quantity, quantity.Price));
        Assert.Contains("3 from 100, 2.96 from 5,000, 2.92 from 10,000", quantity.Words, StringComparison.Ordinal);
        Assert.Contains("minimum of 100", quantity.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_multiple_of_the_stock_rule_holds_for_what_is_ordered_at_a_time_and_now()
    {
        var terms = Terms(Breaks[..1], new StockRule("RTM", 10, 50, 0), new StockRule("LYO", 10, 50, 48));
        var quantity = ReorderQuantity.Of(500, terms, "pcs");
        Assert.Equal(0, quantity.Quantity % 48);
        Assert.Contains("in multiples of 48", quantity.Words, StringComparison.Ordinal);
        Assert.Equal(Math.Ceiling(1000 / 48.0) * 48, quantity.Now(1500, 500, terms.Multiple));
        Assert.Equal(0, quantity.Now(100, 101, terms.Multiple));
    }

    [Fact]
    public void Without_a_price_some_weeks_are_ordered_and_that_is_said()
    {
        var quantity = ReorderQuantity.Of(520, Terms([]), "pcs");
        Assert.Equal(40, quantity.Quantity);
        Assert.StartsWith("No supplier price is known", quantity.Words, StringComparison.Ordinal);
    }

    private static ReorderTerms Terms(IReadOnlyList<SupplierOffer> offers, params StockRule[] rules) => new(0.95, 100, 0.2, offers, rules);
}
