namespace Copilot.Odoo.Accounting;

/// <summary>An invoice a customer has paid: when it was due and when the last payment of it came.</summary>
internal sealed record PaidInvoice(int Id, string Number, int PartnerId, string Partner, decimal Total, string Currency, DateOnly Due, DateOnly Paid)
{
    /// <summary>The invoice date; null where Odoo has none.</summary>
    public DateOnly? Invoiced { get; init; }

    /// <summary>Days from the invoice date to the last payment; null without an invoice date.</summary>
    public int? DaysToPay => Invoiced is { } day ? Paid.DayNumber - day.DayNumber : null;

    /// <summary>Days between due day and payment; negative when it came early.</summary>
    public int DaysLate => Paid.DayNumber - Due.DayNumber;
}
