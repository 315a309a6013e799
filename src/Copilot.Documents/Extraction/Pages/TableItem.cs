using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>A line of a table while it is read.</summary>
internal sealed class TableItem
{
    public string? Position { get; set; }

    public string? Sku { get; set; }

    public string? Gtin { get; set; }

    public List<string> Words { get; } = [];

    /// <summary>Gets the numbers found, by their column.</summary>
    public List<(TableColumn Column, decimal Value)> Numbers { get; } = [];

    public string? Unit { get; set; }

    public decimal? TaxRate { get; set; }

    public decimal? Discount { get; set; }

    public string? Date { get; set; }

    /// <summary>Gets or sets where its last line ends.</summary>
    public float Bottom { get; set; }

    /// <summary>Gets or sets a value indicating whether its description has come to its end.</summary>
    public bool IsTextClosed { get; set; }

    public bool Has(ColumnKind kind) => Numbers.Exists(n => n.Column.Kind == kind);

    /// <summary>Makes the line; of several quantities, prices and amounts those that multiply.</summary>
    public (ExtractedLine Line, bool? Multiplies) Finish(bool delivered)
    {
        var quantities = Of(ColumnKind.Quantity).OrderByDescending(n => delivered == ((n.Column.Meaning & Meaning.Shipped) != 0)).Select(n => (decimal?)n.Value).DefaultIfEmpty().ToList();
        var prices = Of(ColumnKind.Price).OrderByDescending(n => (n.Column.Meaning & Meaning.Net) != 0).ThenBy(n => (n.Column.Meaning & Meaning.Gross) != 0).Select(n => (decimal?)n.Value).DefaultIfEmpty().ToList();
        var amounts = Of(ColumnKind.Amount).OrderByDescending(n => (n.Column.Meaning & (Meaning.Net | Meaning.Without)) != 0).ThenBy(n => (n.Column.Meaning & (Meaning.Gross | Meaning.With)) != 0).ThenByDescending(n => n.Column.X0)
            .Select(n => (decimal?)n.Value).DefaultIfEmpty().ToList();
        var (quantity, price, amount) = (quantities[0], prices[0], amounts[0]);
        decimal? basis = null;
        bool? fits = quantity is null || price is null || amount is null ? null : false;
        foreach (var (q, p, a) in from a in amounts from q in quantities from p in prices select (q, p, a))
        {
            if (q is { } x && p is { } y && a is { } z && Basis(x, y, z) is { } found)
            {
                (quantity, price, amount, fits, basis) = (q, p, a, true, found == 1 ? null : found);
                break;
            }
        }

        return (new ExtractedLine
        {
            Position = Position,
            Sku = Sku,
            Gtin = Gtin,
            Description = Words.Count > 0 ? string.Join(' ', Words) : null,
            Quantity = quantity,
            Unit = Unit,
            UnitPrice = price,
            PriceBasis = basis,
            Amount = amount,
            TaxRate = TaxRate,
            DeliveryDate = Date,
        }, fits);
    }

    private IEnumerable<(TableColumn Column, decimal Value)> Of(ColumnKind kind) => Numbers.Where(n => n.Column.Kind == kind);

    /// <summary>Gets for how many units the price is when quantity and price make the amount; null when they do not.</summary>
    private decimal? Basis(decimal quantity, decimal price, decimal amount)
    {
        foreach (var basis in new[] { 1m, 100m, 1000m, 10m })
        {
            var full = quantity * price / basis;
            var slack = Math.Max(0.011m, Math.Abs(amount) * 0.0006m);
            if (Math.Abs(full - amount) <= slack || (Discount is { } off && (Math.Abs((full * (1 - (off / 100))) - amount) <= slack || Math.Abs(full - off - amount) <= slack)))
            {
                return basis;
            }
        }

        return null;
    }
}
