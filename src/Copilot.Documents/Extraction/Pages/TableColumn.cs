namespace Copilot.Documents.Extraction.Pages;

/// <summary>A column of a table of lines, by its head.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">What the words of its head mean.</param>
/// <param name="X0">The head's left edge.</param>
/// <param name="X1">The head's right edge.</param>
/// <param name="Head">The head's words.</param>
internal sealed record TableColumn(ColumnKind Kind, Meaning Meaning, float X0, float X1, string Head)
{
    /// <summary>Gets how far to the left the values below the head reach.</summary>
    public float Left { get; init; } = X0;

    /// <summary>Gets how far to the right they reach.</summary>
    public float Right { get; init; } = X1;

    /// <summary>Gets what the storeys of its head mean, from the top; each line may have as many values one over the other.</summary>
    public IReadOnlyList<Meaning> Storeys { get; init; } = [];

    /// <summary>Gets a value indicating whether it holds numbers.</summary>
    public bool IsNumeric => Kind is ColumnKind.Quantity or ColumnKind.Price or ColumnKind.Discount or ColumnKind.TaxRate or ColumnKind.TaxAmount or ColumnKind.Amount;

    /// <summary>Says what a head means.</summary>
    public static ColumnKind Of(Meaning meaning)
    {
        bool Any(Meaning some) => (meaning & some) != 0;
        var taxed = Any(Meaning.Tax) && !Any(Meaning.Without | Meaning.With | Meaning.Net | Meaning.Gross | Meaning.Price);
        return Any(Meaning.Discount) ? ColumnKind.Discount
            : taxed ? Any(Meaning.Amount | Meaning.Total) ? ColumnKind.TaxAmount : ColumnKind.TaxRate
            : Any(Meaning.Remark) && !Any(Meaning.Price | Meaning.Amount | Meaning.Date) ? ColumnKind.Remark
            : Any(Meaning.Price) ? Any(Meaning.Total | Meaning.Amount) ? ColumnKind.Amount : ColumnKind.Price
            : Any(Meaning.Weight) && !Any(Meaning.Quantity | Meaning.Price | Meaning.Unit) ? ColumnKind.Other
            : Any(Meaning.Open) && !Any(Meaning.Amount | Meaning.Total) ? ColumnKind.Other
            : Any(Meaning.Quantity) || (Any(Meaning.Ordered | Meaning.Shipped) && !Any(Meaning.Date)) ? ColumnKind.Quantity
            : Any(Meaning.Total | Meaning.Amount | Meaning.Sub | Meaning.Net | Meaning.Gross) ? ColumnKind.Amount
            : Any(Meaning.Date) ? ColumnKind.Date
            : Any(Meaning.Barcode) && !Any(Meaning.Description) ? ColumnKind.Barcode
            : Any(Meaning.Description) ? ColumnKind.Description
            : Any(Meaning.Position) ? ColumnKind.Position
            : Any(Meaning.Item | Meaning.Code) ? ColumnKind.Article
            : Any(Meaning.Reference) && !Any(Meaning.Order) ? ColumnKind.Article
            : Any(Meaning.Unit) ? ColumnKind.Unit
            : meaning == Meaning.Number ? ColumnKind.Position
            : Any(Meaning.Delivery) && !Any(Meaning.Number | Meaning.Address | Meaning.Document) ? ColumnKind.Date
            : Any(Meaning.Rate) ? ColumnKind.TaxRate
            : ColumnKind.Other;
    }
}
