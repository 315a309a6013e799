namespace Copilot.Odoo.Sales;

/// <summary>What became of the quotations that were made in a period.</summary>
/// <param name="Id">The salesperson, customer or month they are of; 0 for all.</param>
/// <param name="Name">What that is called; empty for all.</param>
/// <param name="Won">Those that are confirmed orders.</param>
/// <param name="Lost">Those that were cancelled.</param>
/// <param name="Open">Those that wait for an answer.</param>
internal sealed record QuotationSum(int Id, string Name, int Won, int Lost, int Open)
{
    /// <summary>All that were made.</summary>
    public int Made => Won + Lost + Open;

    /// <summary>Those that ended one way or the other.</summary>
    public int Decided => Won + Lost;

    /// <summary>Confirmed of those decided, in per cent with one decimal; null where none is decided.</summary>
    public decimal? WinRate => Decided == 0 ? null : Math.Round(100m * Won / Decided, 1);

    /// <summary>Both together.</summary>
    public QuotationSum Plus(QuotationSum other) => this with { Won = Won + other.Won, Lost = Lost + other.Lost, Open = Open + other.Open };
}
