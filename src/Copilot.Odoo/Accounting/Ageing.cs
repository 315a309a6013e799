namespace Copilot.Odoo.Accounting;

/// <summary>How long invoices are overdue, in the usual steps.</summary>
internal static class Ageing
{
    /// <summary>The steps, from not due to the oldest.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["not due yet", "1 to 30 days overdue", "31 to 60 days overdue", "61 to 90 days overdue", "more than 90 days overdue"];

    /// <summary>The step of an invoice: due today is not overdue.</summary>
    public static int Step(int daysOverdue) => daysOverdue switch { <= 0 => 0, <= 30 => 1, <= 60 => 2, <= 90 => 3, _ => 4 };
}
