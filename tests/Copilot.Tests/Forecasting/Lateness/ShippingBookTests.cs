using Copilot.Contracts;
using Copilot.Forecasting.Lateness;
using Xunit;

namespace Copilot.Tests.Forecasting.Lateness;

public sealed class ShippingBookTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Fact]
    public void A_receipt_that_is_over_its_day_and_has_not_come_is_the_more_a_danger_the_later_the_supplier_usually_is()
    {
        var line = new ShippedLine(1, 1, 5, 1, Monday.AddDays(-10), Monday.AddDays(2), null);
        double Danger(int delay) => Book([line], [Open(5, 9), .. Past(9, delay)]).Of(line, Monday).Receipt;
        Assert.True(Danger(delay: 20) > 0.8);
        Assert.True(Danger(delay: 20) > Danger(delay: 4));
        Assert.Equal(0, Book([line], [Open(product: 6, 9), .. Past(9, 20)]).Of(line, Monday).Receipt);
    }

    [Fact]
    public void What_was_ordered_later_is_not_known_before()
    {
        var line = new ShippedLine(1, 1, 5, 1, Monday.AddDays(-10), Monday.AddDays(2), null);
        var others = Enumerable.Range(2, 20).Select(i => new ShippedLine(i, 1000 - i, 6, 1, Monday.AddDays(-1), Monday.AddDays(1), Monday.AddDays(1)));
        var book = Book([line, .. others], [Open(5, 9) with { Known = Monday.AddDays(-2) }, .. Past(9, 20)]);
        Assert.True(book.Of(line, Monday).Press > book.Of(line, Monday.AddDays(-3)).Press);
        Assert.Equal(0, book.Of(line, Monday.AddDays(-3)).Receipt);
    }

    [Fact]
    public void Work_that_a_warehouse_does_before_the_day_does_not_press_on_it()
    {
        ShippedLine Of(int id, DateOnly due, DateOnly? left) => new(id, id, 5, 1, Monday.AddDays(-40), due, left);
        var past = Enumerable.Range(0, 30).SelectMany(d => Enumerable.Range(0, 10).Select(i => Of(1000 + (d * 10) + i, Monday.AddDays(-31 + d), Monday.AddDays(-31 + d)))).ToList();
        var own = Of(1, Monday.AddDays(3), null);
        var calm = Book([own, .. past, .. Enumerable.Range(2, 10).Select(i => Of(i, Monday, null))], []).Of(own, Monday);
        var full = Book([own, .. past, .. Enumerable.Range(2, 60).Select(i => Of(i, Monday, null))], []).Of(own, Monday);
        Assert.Equal(0.1, calm.Press, 6);
        Assert.True(full.Press > 2);
        Assert.Equal(3, full.Ahead);
    }

    [Fact]
    public void Lines_of_one_transfer_press_together()
    {
        var lines = Enumerable.Range(1, 6).Select(i => new ShippedLine(i, 77, i, 1, Monday.AddDays(-5), Monday, null)).ToList();
        var signs = Book(lines, []).Of(lines[0], Monday);
        Assert.Equal(6, signs.Size);
        Assert.Equal(6, signs.Press);
    }

    private static ShippingBook Book(IReadOnlyList<ShippedLine> lines, IReadOnlyList<SuppliedLine> supplies)
        => new(new ShippingHistory { From = Monday.AddDays(-300), Today = Monday, Lines = lines, Supplies = supplies });

    private static SuppliedLine Open(int product, int supplier) => new(product, 1, supplier, Monday.AddDays(-30), Monday.AddDays(-3), null);

    private static IEnumerable<SuppliedLine> Past(int supplier, int delay)
        => Enumerable.Range(0, 20).Select(i => new SuppliedLine(40 + i, 1, supplier, Monday.AddDays(-200), Monday.AddDays(-150 + i), Monday.AddDays(-150 + i + delay)));
}
