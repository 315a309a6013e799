using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Reads bank accounts, tax numbers and terms of payment, which are known by their own shape.</summary>
/// <param name="text">The document.</param>
internal sealed partial class IdentityReader(PageText text)
{
    private const int LongestTerms = 200;
    private const double Supposed = 0.8;

    /// <summary>Reads them into a document.</summary>
    public void Read(DocumentDraft draft)
    {
        for (var r = 0; r < text.Rows.Count; r++)
        {
            foreach (var cell in text.Rows[r].Cells)
            {
                Account(draft, r, cell);
                Tax(draft, r, cell);
            }
        }

        Doubtful(draft);

        foreach (var label in text.Labels.Where(l => l.Is(Meaning.Terms) && l.Any(Meaning.Pay | Meaning.Due) && !l.Any(Meaning.Date)))
        {
            Terms(draft, label);
        }

        if (text.Currency is { } currency)
        {
            draft.Set("currency", text.Field(currency.Code, currency.Share > 0.8 ? 0.97 : 0.75, currency.Row, currency.Words));
        }
        else if (text.IsAmerican)
        {
            // Who writes to an address in the States and names no currency means dollars.
            draft.Set("currency", "USD", Supposed);
        }
    }

    /// <summary>A tax number in the address of the buyer is the buyer's, where no label says whose it is.</summary>
    /// <param name="draft">The document, with its parties.</param>
    public static void Assign(DocumentDraft draft)
    {
        const double farBelow = 110;
        const double aligned = 4;
        if (draft.Field("supplierVat") is { Box: { } at } number && draft.Field("buyerName") is { Box: { } name } buyer && number.Page == buyer.Page && Math.Abs(at[0] - name[0]) < aligned && at[1] - name[1] is > 0 and < farBelow
            && !(draft.Field("supplierName") is { Box: { } own } && Math.Abs(at[0] - own[0]) < aligned && at[1] > own[1] && own[1] > name[1]))
        {
            var other = draft.Field("buyerVat");
            draft.Replace("supplierVat", other);
            draft.Replace("buyerVat", number);
        }
    }

    private void Account(DocumentDraft draft, int row, Segment cell)
    {
        foreach (Match found in Iban().Matches(cell.Text))
        {
            if (AccountIn(found.Value) is { } account)
            {
                draft.Set("iban", text.Field(account, 0.99, row, cell.Words));
            }
        }

        if (Bic().Match(cell.Text) is { Success: true } bic)
        {
            draft.Set("bic", text.Field(bic.Groups[1].Value, 0.9, row, cell.Words));
        }
    }

    /// <summary>Where no account has right check digits, one that is called so is given as doubtful.</summary>
    private void Doubtful(DocumentDraft draft)
    {
        for (var r = 0; r < text.Rows.Count; r++)
        {
            foreach (var cell in text.Rows[r].Cells.Where(c => c.Text.Contains("IBAN", StringComparison.OrdinalIgnoreCase)))
            {
                if (Iban().Match(cell.Text, cell.Text.IndexOf("IBAN", StringComparison.OrdinalIgnoreCase)) is { Success: true } found)
                {
                    draft.Set("iban", text.Field(found.Value.Replace(" ", string.Empty, StringComparison.Ordinal), 0.5, r, cell.Words));
                }
            }
        }
    }

    private void Tax(DocumentDraft draft, int row, Segment cell)
    {
        foreach (Match found in Vat().Matches(cell.Text))
        {
            var number = found.Value.Replace(" ", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal);
            if (BankNumber.IsIban(number) || IsAccount(cell.Text, found.Index))
            {
                continue;
            }

            // On an order the one who writes is the buyer.
            draft.Set(IsBuyers(row, cell) || (draft.Type == BusinessDocumentType.PurchaseOrder && draft.Field("buyerVat") is null) ? "buyerVat" : draft.Field("supplierVat") is { Value: string had } && had != number ? "buyerVat" : "supplierVat", text.Field(number, 0.88, row, cell.Words));
        }
    }

    /// <summary>The words before it say that it is an account, or it is part of one that is valid.</summary>
    private static bool IsAccount(string said, int at)
        => (said.LastIndexOf("IBAN", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var iban && !said[iban..at].Any(char.IsDigit))
            || Iban().Matches(said).Any(i => i.Index <= at && at < i.Index + i.Length && AccountIn(i.Value) is not null);

    /// <summary>Words behind an account may look like more of it; its check digits tell where it ends.</summary>
    private static string? AccountIn(string said)
    {
        var plain = said.Replace(" ", string.Empty, StringComparison.Ordinal);
        for (var length = Math.Min(plain.Length, 34); length >= 15; length--)
        {
            if (BankNumber.IsIban(plain[..length]))
            {
                return plain[..length];
            }
        }

        return null;
    }

    private bool IsBuyers(int row, Segment cell)
    {
        // "N° TVA client : FR 40 …"
        if (text.Labels.Any(l => l.Row == row && l.Any(Meaning.Tax | Meaning.Identity) && l.Any(Meaning.Customer | Meaning.Your) && text.Rows[row].Cells[l.Cell] is var own && (own == cell || (l.Rest.Count == 0 && own.X1 < cell.X0 && l.Cell + 1 < text.Rows[row].Cells.Count && text.Rows[row].Cells[l.Cell + 1] == cell))))
        {
            return true;
        }

        // In a row of several labels the one right before it counts: "Kunden-Nr. 2007   MWST-Nr. CHE-…".
        if (text.Labels.LastOrDefault(l => l.Row == row && l.Words[0].X0 <= cell.X1 && !(l.Any(Meaning.Tax | Meaning.Identity) && l.Words[0].X0 >= cell.X0)) is { } before && before.Any(Meaning.Customer | Meaning.Your))
        {
            return true;
        }

        // The heading that stands nearest above in the same column says whose it is.
        for (var r = row - 1; r >= 0 && text.Rows[r].Page == text.Rows[row].Page && text.Rows[row].Y0 - text.Rows[r].Y1 < 200; r--)
        {
            foreach (var label in text.Labels.Where(l => l.Row == r && l.Rest.Count == 0 && l.Any(Meaning.Customer | Meaning.Supplier | Meaning.Bill) && !l.Any(Meaning.Number | Meaning.Reference)))
            {
                if (label.Words[0].X0 <= cell.X0 + 20 && cell.X0 - label.Words[0].X0 < 260)
                {
                    return label.Any(Meaning.Customer | Meaning.Bill);
                }
            }
        }

        return false;
    }

    private void Terms(DocumentDraft draft, Label label)
    {
        var (row, words) = (label.Row, label.Rest);
        if (words.Count == 0 && label.Cell + 1 < text.Rows[row].Cells.Count && !text.IsLabel(row, label.Cell + 1))
        {
            words = text.Rows[row].Cells[label.Cell + 1].Words;
        }
        else if (words.Count == 0 && text.Below(row, label.Words[0].X0, label.Words[^1].X1) is var (r, c))
        {
            (row, words) = (r, text.Rows[r].Cells[c].Words);
        }

        var said = string.Join(' ', words.Select(w => w.Text));
        if (said.Length is > 1 and < LongestTerms && said.Any(char.IsLetterOrDigit))
        {
            draft.Set("paymentTerms", text.Field(said.Trim(' ', ':'), 0.85, row, words));
        }
    }

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?: [A-Z0-9])?\b")]
    private static partial Regex Iban();

    [GeneratedRegex(@"\b(?:BIC|SWIFT)\b[^A-Z0-9]*(?:Code)?[^A-Z0-9]*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")]
    private static partial Regex Bic();

    [GeneratedRegex(@"\b(?:ATU ?\d{8}|BE ?[01]\d{3}\.?\d{3}\.?\d{3}|DE ?\d{3} ?\d{3} ?\d{3}|DK ?\d{8}|ES ?[A-Z0-9]\d{7}[A-Z0-9]|FI ?\d{8}|FR ?[A-Z0-9]{2} ?\d{3} ?\d{3} ?\d{3}|GB ?\d{3} ?\d{4} ?\d{2}|IE ?\d[A-Z0-9]\d{5}[A-Z]{1,2}|IT ?\d{11}|LU ?\d{8}|NL ?(?:\d[ .]?){9}B ?\d{2}|PL ?\d{10}|PT ?\d{9}|SE ?\d{12}|CHE-?\d{3}\.\d{3}\.\d{3})\b")]
    private static partial Regex Vat();
}
