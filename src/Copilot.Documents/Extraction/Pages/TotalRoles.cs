using System.Text.RegularExpressions;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Which sums a label may name, each with how well it does.</summary>
internal static partial class TotalRoles
{
    /// <summary>What a label that might name the net amount as well weighs; nothing else speaks for it.</summary>
    public const double Weak = 0.6;

    /// <summary>Gets them.</summary>
    public static IEnumerable<(string Role, double Weight)> Of(Label l)
    {
        // "Total CIF" is a sum by its terms of delivery, and "CIF" alone a tax number.
        if ((l.Is(Meaning.Identity) && !l.Is(Meaning.Total)) || (l.Is(Meaning.Rate | Meaning.Tax) && !l.Any(Meaning.Total | Meaning.Amount)) || l.Any(Meaning.Number | Meaning.Date | Meaning.Bank | Meaning.Phone | Meaning.Page | Meaning.Price | Meaning.Quantity | Meaning.Carried | Meaning.Weight | Meaning.Terms | Meaning.Address | Meaning.Contact | Meaning.Barcode) || (l.Is(Meaning.Item) && !l.Any(Meaning.Total | Meaning.Amount) && !l.Only(Meaning.Item)))
        {
            yield break;
        }

        var counted = l.Any(Meaning.Total | Meaning.Amount | Meaning.Balance | Meaning.Net | Meaning.Gross | Meaning.Sub | Meaning.Tax | Meaning.Due | Meaning.Pay | Meaning.Open) || (l.Is(Meaning.Base) && l.Words.Count > 1);
        if (l.Only(Meaning.Item) && Goods().IsMatch(Folding.Of(string.Join(' ', l.Words.Select(w => w.Text)))))
        {
            yield return ("netAmount", 0.75);
        }
        else if (l.Is(Meaning.Item))
        {
            // "Goods total": what the lines make, without tax and freight.
            yield return ("netAmount", 0.8);
        }
        else if (l.Is(Meaning.Paid))
        {
            yield return ("prepaidAmount", 1);
        }
        else if (l.Is(Meaning.Round))
        {
            yield return ("roundingAmount", 1);
        }
        else if (l.Is(Meaning.Freight) && !l.Any(Meaning.Discount) && !(l.Is(Meaning.Total) && l.Any(Meaning.Due | Meaning.Pay | Meaning.Balance)))
        {
            yield return ("chargeTotal", 1);
        }
        else if (l.Is(Meaning.Discount) && !l.Is(Meaning.Pay))
        {
            yield return ("allowanceTotal", 0.9);
        }
        else if (!counted)
        {
            yield break;
        }
        else if (l.Any(Meaning.Due | Meaning.Balance | Meaning.Open) || (l.Is(Meaning.Pay) && l.Any(Meaning.Amount | Meaning.Total)))
        {
            yield return ("payableAmount", l.Any(Meaning.Amount | Meaning.Total | Meaning.Balance) ? 1 : 0.8);
            yield return ("totalAmount", l.Is(Meaning.Total) ? 0.85 : 0.6);
        }
        else if (l.Is(Meaning.Net | Meaning.Pay) && !l.Is(Meaning.Gross))
        {
            yield return ("payableAmount", 1);
            yield return ("totalAmount", 0.85);
        }
        else if (l.Is(Meaning.Gross) && !l.Is(Meaning.Without))
        {
            yield return ("totalAmount", 1);
        }
        else if (l.Any(Meaning.Without) || l.Is(Meaning.Net))
        {
            yield return ("netAmount", 1);
        }
        else if (l.Is(Meaning.With))
        {
            yield return ("totalAmount", 1);
        }
        else if (l.Is(Meaning.Base))
        {
            yield return ("netAmount", 0.75);
        }
        else if (l.Is(Meaning.Sub))
        {
            yield return ("netAmount", 0.85);
            yield return ("lineTotal", 0.9);
        }
        else if (l.Is(Meaning.Tax))
        {
            yield return ("taxAmount", l.Is(Meaning.Total) || l.Is(Meaning.Amount) ? 1 : 0.9);
        }
        else if (l.Is(Meaning.Total))
        {
            yield return ("totalAmount", 0.95);
            yield return ("netAmount", 0.55);
        }
        else if (l.Is(Meaning.Pay) && l.Only(Meaning.Pay))
        {
            // "Zu zahlen", "Te betalen": what is left to pay, or a payment that was made.
            yield return ("payableAmount", 0.8);
            yield return ("totalAmount", Weak);
        }
        else if (l.Is(Meaning.Amount) && l.Any(Meaning.Invoice | Meaning.Credit | Meaning.Order | Meaning.Sale))
        {
            yield return ("totalAmount", 0.9);
        }
    }

    [GeneratedRegex("^(?:goods|marchandises?|merce|merci|goederen|ware)$")]
    private static partial Regex Goods();
}
