using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>Finds bills that a document may repeat: the same number in any writing, nearly the same with the same amount, or the same amount on nearly the same day.</summary>
internal static class TwinSearch
{
    private const int NearDays = 3;
    private const int ShortestForSlip = 5;
    private const int ShortestPart = 4;

    /// <summary>Finds them, the likeliest first.</summary>
    /// <param name="document">The document.</param>
    /// <param name="bills">What is entered.</param>
    /// <param name="suppliers">The suppliers it may be from.</param>
    public static IReadOnlyList<TwinBill> Find(ReadDocument document, IReadOnlyList<LedgerBill> bills, IReadOnlySet<int> suppliers)
        => !document.IsBill ? []
            : [.. bills.Where(b => suppliers.Contains(b.SupplierId) && b.IsCreditNote == (document.Type == BusinessDocumentType.CreditNote)).Select(b => Compare(document, b)).OfType<TwinBill>()
                .OrderByDescending(t => t.Confidence).ThenBy(t => t.Bill.Id)];

    private static TwinBill? Compare(ReadDocument document, LedgerBill bill)
    {
        var sameAmount = document.Total is { } total && Math.Abs(total - bill.Total) <= 0.01m && (document.Currency is null || document.Currency == bill.Currency);
        if (document.Number is { } number && bill.Reference is { } reference)
        {
            var (said, known) = (Number(number), Number(reference));
            if (said.Length > 0 && said == known)
            {
                return sameAmount || document.Total is null ? new TwinBill(bill, 0.99, "the supplier's number and the amount are the same") : new TwinBill(bill, 0.85, "the supplier's number is the same, the amount is another");
            }

            var shorter = Math.Min(said.Length, known.Length);
            if (sameAmount && ((shorter >= ShortestForSlip && Reference.Slips(said, known) <= 1) || (shorter >= ShortestPart && (said.EndsWith(known, StringComparison.Ordinal) || known.EndsWith(said, StringComparison.Ordinal)))))
            {
                var far = document.Date is { } d && bill.Date is { } b && Math.Abs(d.DayNumber - b.DayNumber) > NearDays;
                return new TwinBill(bill, far ? 0.6 : 0.9, "the amount is the same and the numbers differ by one sign");
            }
        }

        return sameAmount && document.Date is { } day && bill.Date is { } entered && Math.Abs(day.DayNumber - entered.DayNumber) <= NearDays
            ? new TwinBill(bill, bill.Reference is null ? 0.7 : 0.5, day == entered ? "amount and day are the same" : "the amount is the same, the days are close")
            : null;
    }

    // RE-2026/0123 and RE 2026 123 are one number: zeros that fill up do not count.
    private static string Number(string text) => string.Concat(System.Text.RegularExpressions.Regex.Split(text.ToUpperInvariant(), "[^A-Z0-9]+").Select(part => part.TrimStart('0')));
}
