using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction;

/// <summary>Checks a document against itself. Only what can be checked is.</summary>
internal static class DraftChecks
{
    // A document rounds each line and each total to a cent on its own.
    private const decimal Cent = 0.01m;

    /// <summary>Makes the checks.</summary>
    public static void Make(DocumentDraft draft)
    {
        LinesToNet(draft);
        if (draft.Amount("netAmount") is { } net && draft.Amount("taxAmount") is { } tax && draft.Amount("totalAmount") is { } total)
        {
            Add(draft, "net_plus_tax_is_total", Math.Abs(net + tax - total) <= Cent * 2, $"net {Said(net)} and tax {Said(tax)} do not make the total {Said(total)}", "netAmount", "taxAmount", "totalAmount");
        }

        Taxes(draft);
        Dates(draft);
        if (draft.Text("iban") is { } iban && BankNumber.LooksLikeIban(iban))
        {
            Add(draft, "iban_valid", BankNumber.IsIban(iban), "the check digits of the IBAN are wrong", "iban");
        }

        if (draft.Type != BusinessDocumentType.Other && draft.Text("number") is null)
        {
            draft.Doubt("the document's number was not found");
        }
    }

    private static void LinesToNet(DocumentDraft draft)
    {
        if (draft.Lines.Count == 0 || draft.Amount("netAmount") is not { } net || draft.Lines.Exists(l => l.Amount is null) || draft.Charges.Exists(c => c.Amount is null))
        {
            return;
        }

        var sum = draft.Lines.Sum(l => l.Amount!.Value) + draft.Charges.Sum(c => c.IsCharge ? c.Amount!.Value : -c.Amount!.Value);
        var slack = Cent + (Cent / 2 * draft.Lines.Count);

        // On a page freight and discount stand among the totals, and are not always part of the net amount; and prices may include the tax.
        var (charge, off) = draft.Charges.Count > 0 ? (0, 0) : (draft.Amount("chargeTotal") ?? 0, Math.Abs(draft.Amount("allowanceTotal") ?? 0));
        var fits = new[] { sum, sum + charge, sum - off, sum + charge - off }.Any(s => Math.Abs(s - net) <= slack)
            || (draft.Charges.Count == 0 && draft.Amount("taxAmount") is { } tax && tax != 0 && Math.Abs(sum - net - tax) <= slack);
        Add(draft, "lines_sum_to_net", fits, $"lines, allowances and charges sum to {Said(sum)}, the net amount is {Said(net)}", "netAmount");
    }

    private static void Taxes(DocumentDraft draft)
    {
        if (draft.Taxes.Count == 0 || draft.Taxes.Exists(t => t.Amount is null) || draft.Amount("taxAmount") is not { } tax)
        {
            return;
        }

        var sum = draft.Taxes.Sum(t => t.Amount!.Value);
        Add(draft, "taxes_sum_to_tax", Math.Abs(sum - tax) <= Cent * draft.Taxes.Count, $"taxes by rate sum to {Said(sum)}, the tax amount is {Said(tax)}", "taxAmount");
    }

    private static void Dates(DocumentDraft draft)
    {
        if (draft.Text("issueDate") is { } issued && draft.Text("dueDate") is { } due)
        {
            // Both are ISO 8601, so their order is that of their letters.
            Add(draft, "dates_in_order", string.CompareOrdinal(issued, due) <= 0, $"it is due on {due}, before its own date {issued}", "issueDate", "dueDate");
        }
    }

    private static void Add(DocumentDraft draft, string name, bool fine, string otherwise, params IEnumerable<string> names)
    {
        draft.Checks.Add(new ExtractionCheck(name, fine));
        if (!fine)
        {
            draft.Doubt(otherwise);
            draft.Contradict(names);
        }
    }

    private static string Said(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
