using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>A line of a table while it is read.</summary>
internal sealed partial class TableItem
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

    /// <summary>Gets what stands under heads for remarks, each with its head.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Gets or sets where its last line ends.</summary>
    public float Bottom { get; set; }

    /// <summary>Gets or sets a value indicating whether its description has come to its end.</summary>
    public bool IsTextClosed { get; set; }

    public bool Has(ColumnKind kind) => Numbers.Exists(n => n.Column.Kind == kind);

    /// <summary>Makes the line; of several quantities, prices and amounts those that multiply.</summary>
    /// <param name="delivered">Whether the paper goes with goods: what was shipped counts, and before it what came and what was received.</param>
    public (ExtractedLine Line, bool? Multiplies) Finish(bool delivered)
    {
        var quantities = Of(ColumnKind.Quantity).OrderByDescending(n => delivered == ((n.Column.Meaning & Meaning.Shipped) != 0)).ThenByDescending(n => delivered ? Arrival(n.Column) : 0).Select(n => (decimal?)n.Value).DefaultIfEmpty().ToList();
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

        if (quantity is null && amount is { } sum && Counted(sum) is var (many, each))
        {
            (quantity, price, fits) = (many, each, true);
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
            Note = Remarks.Count > 0 ? string.Join("; ", Remarks) : null,
        }, fits);
    }

    /// <summary>A quantity whose head was lost stands under the head of the prices, left of the price, with which it makes the amount.</summary>
    private (decimal Quantity, decimal Price)? Counted(decimal amount)
    {
        var priced = Of(ColumnKind.Price).Select(n => n.Value).ToList();
        for (var i = 0; i + 1 < priced.Count; i++)
        {
            if (Basis(priced[i], priced[i + 1], amount) == 1)
            {
                return (priced[i], priced[i + 1]);
            }
        }

        return null;
    }

    private IEnumerable<(TableColumn Column, decimal Value)> Of(ColumnKind kind) => Numbers.Where(n => n.Column.Kind == kind);

    /// <summary>How surely a head is that of what arrived: "received" before "delivered" before "shipped".</summary>
    private static int Arrival(TableColumn column)
        => Received().IsMatch(Folding.Of(column.Head)) ? 2 : Delivered().IsMatch(Folding.Of(column.Head)) ? 1 : 0;

    [GeneratedRegex("receiv|erhalten|empfangen|recu|recib|ontvangen|ricev")]
    private static partial Regex Received();

    [GeneratedRegex("deliver|geliefert|livre|entreg|geleverd|consegn")]
    private static partial Regex Delivered();

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
