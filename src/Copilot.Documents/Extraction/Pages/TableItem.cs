using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>A line of a table while it is read.</summary>
internal sealed partial class TableItem
{
    private const decimal Cent = 0.011m;

    /// <summary>For how many a price may be.</summary>
    private static readonly decimal[] Bases = [1, 100, 1000, 10];

    public string? Position { get; set; }

    public string? Sku { get; set; }

    public string? Gtin { get; set; }

    /// <summary>Gets the codes that stand one over the other in one column, from the top.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>Gets or sets what the head of that column says of them.</summary>
    public IReadOnlyList<Meaning> Storeys { get; set; } = [];

    public List<string> Words { get; } = [];

    /// <summary>Gets the numbers found, by their column.</summary>
    public List<(TableColumn Column, decimal Value)> Numbers { get; } = [];

    public string? Unit { get; set; }

    public decimal? TaxRate { get; set; }

    /// <summary>Gets the discounts, each a share or an amount; several are taken off one after the other.</summary>
    public List<decimal> Discounts { get; } = [];

    /// <summary>Gets the figures under heads that nobody knows.</summary>
    public List<(decimal Value, string Unit)> Spare { get; } = [];

    public string? Date { get; set; }

    /// <summary>Gets what stands under heads for remarks, each with its head.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Gets or sets a value indicating whether its prices stand in rows of their own below it.</summary>
    public bool IsPricedBelow { get; set; }

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
        foreach (var (made, q, p, a) in from b in Bases from a in amounts from q in quantities from p in prices select (b, q, p, a))
        {
            if (q is { } x && p is { } y && a is { } z && Makes(x * y / made, z))
            {
                (quantity, price, amount, fits, basis) = (q, p, a, true, made == 1 ? null : made);
                break;
            }
        }

        if (fits == false && price is { } by && amount is { } charged && Spare.Find(s => s.Value > 1 && Math.Abs((s.Value * by) - charged) <= Cent) is { Value: > 1 } weighed)
        {
            // Twenty bags, and a price by the kilogram.
            (quantity, fits, Unit) = (weighed.Value, true, weighed.Unit.Length > 0 ? weighed.Unit : Unit);
        }

        if (quantity is null && amount is { } sum && Counted(sum) is var (many, each))
        {
            (quantity, price, fits) = (many, each, true);
        }

        var (sku, theirs) = Numbered();
        return (new ExtractedLine
        {
            Position = Position,
            Sku = sku,
            BuyerSku = theirs,
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

    /// <summary>Whose number a code is says its place, where a line has as many as the head has storeys: the customer's over the supplier's.</summary>
    private (string? Sku, string? Theirs) Numbered()
    {
        if (Storeys.Count < 2 || Codes.Count != Storeys.Count)
        {
            return (Sku, null);
        }

        var theirs = Codes.Where((_, i) => (Storeys[i] & (Meaning.Customer | Meaning.Your)) != 0).FirstOrDefault();
        var own = Codes.Where((c, i) => c != Gtin && (Storeys[i] & Meaning.Supplier) != 0).FirstOrDefault() ?? Codes.Find(c => c != Gtin && c != theirs);
        return theirs is null ? (Sku, null) : (own ?? (Sku == theirs ? null : Sku), theirs);
    }

    /// <summary>A quantity whose head was lost stands under the head of the prices, left of the price, with which it makes the amount.</summary>
    private (decimal Quantity, decimal Price)? Counted(decimal amount)
    {
        var priced = Of(ColumnKind.Price).Select(n => n.Value).ToList();
        for (var i = 0; i + 1 < priced.Count; i++)
        {
            if (Makes(priced[i] * priced[i + 1], amount))
            {
                return (priced[i], priced[i + 1]);
            }
        }

        return null;
    }

    /// <summary>Takes prices and amounts of a row below it in the place of those it had.</summary>
    public void Reprice()
    {
        IsPricedBelow = true;
        IsTextClosed = true;
        Numbers.RemoveAll(n => n.Column.Kind is ColumnKind.Price or ColumnKind.Amount);
    }

    private IEnumerable<(TableColumn Column, decimal Value)> Of(ColumnKind kind) => Numbers.Where(n => n.Column.Kind == kind);

    /// <summary>How surely a head is that of what arrived: "received" before "delivered" before "shipped".</summary>
    private static int Arrival(TableColumn column)
        => Received().IsMatch(Folding.Of(column.Head)) ? 2 : Delivered().IsMatch(Folding.Of(column.Head)) ? 1 : 0;

    [GeneratedRegex("receiv|erhalten|empfangen|recu|recib|ontvangen|ricev")]
    private static partial Regex Received();

    [GeneratedRegex("deliver|geliefert|livre|entreg|geleverd|consegn")]
    private static partial Regex Delivered();

    /// <summary>Says whether a sum makes an amount, after the discounts of its line; a figure under a head that nobody knows may be one.</summary>
    private bool Makes(decimal full, decimal amount)
    {
        var slack = Math.Max(Cent, Math.Abs(amount) * 0.0006m);
        var (least, all) = (Math.Abs(full), Discounts.Aggregate(1m, (left, off) => left * (1 - (off / 100))));
        return Near(full, slack) || (Discounts.Count > 1 && Near(full * all, slack)) || Discounts.Exists(off => Near(full * (1 - (off / 100)), slack) || Near(full - off, slack))
            || (least > Math.Abs(amount) && Spare.Exists(s => s.Value is > 0 and < 100 and var off && (Near(full * (1 - (off / 100)), Cent) || (Discounts.Count > 0 && Near(full * all * (1 - (off / 100)), Cent)))));

        bool Near(decimal made, decimal by) => Math.Abs(made - amount) <= by;
    }
}
