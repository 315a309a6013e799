namespace Copilot.Odoo.Accounting;

/// <summary>What customers owed at the end of a period and what was invoiced to them in it, in one currency.</summary>
/// <param name="Currency">The company's currency; companies with the same one are added up.</param>
/// <param name="Open">Left to pay of all posted invoices up to the last day, less credit notes.</param>
/// <param name="Invoiced">Invoiced in the period with tax, less credit notes.</param>
/// <param name="Invoices">How many invoices and credit notes that are.</param>
internal sealed record Receivables(string Currency, decimal Open, decimal Invoiced, int Invoices)
{
    /// <summary>What days sales outstanding counts, in one sentence without figures: the source of every answer that gives it.</summary>
    public const string Dso =
        "what customers' posted invoices less credit notes leave open at the end of the period, by what was invoiced in the period with tax, times the days of the period "
        + "(the ending-balance method, as the Credit Research Foundation gives it)";

    /// <summary>What days to pay counts.</summary>
    public const string DaysToPay =
        "mean number of days from the invoice date to the last payment, over customer invoices fully paid in the period with payments registered in Odoo; each invoice counts the same, whatever its amount";

    /// <summary>Invoiced a day of the period.</summary>
    public decimal Daily(int days) => Math.Round(Invoiced / days, 2);

    /// <summary>Days sales outstanding; null where nothing was invoiced.</summary>
    public decimal? Outstanding(int days) => Daily(days) > 0 ? Math.Round(Open / Daily(days), 1) : null;
}
