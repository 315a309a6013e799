namespace Copilot.Documents.Extraction.Pages;

/// <summary>What a column of a table of lines holds.</summary>
internal enum ColumnKind
{
    Other,
    Position,
    Article,
    Barcode,
    Description,
    Quantity,
    Unit,
    Price,
    Discount,
    TaxRate,
    TaxAmount,
    Amount,
    Date,
    Remark,
}
