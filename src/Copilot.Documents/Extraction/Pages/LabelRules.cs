using System.Text.RegularExpressions;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>What labels stand for, by what their words mean together.</summary>
internal static partial class LabelRules
{
    private const Meaning Money = Meaning.Total | Meaning.Amount | Meaning.Price | Meaning.Net | Meaning.Gross | Meaning.Balance | Meaning.Quantity | Meaning.Discount | Meaning.Rate;
    private const Meaning Numbering = Meaning.Number | Meaning.Reference | Meaning.Identity | Meaning.Code;

    /// <summary>Gets the numbers that a label may name, each with how well it does.</summary>
    public static IEnumerable<(string Name, double Weight)> Numbers(Label label)
    {
        label = label.IsNumberAndDate ? label with { Meaning = label.Meaning & ~Meaning.Date } : label;
        if (TaxNumber().IsMatch(Said(label)))
        {
            yield break;
        }

        if (Account().IsMatch(Said(label)))
        {
            // "Account No. HAR004", "A/c: SEV019": under which the customer is kept, unless its value is that of a bank.
            yield return ("account", 0.9);
        }

        if (label.Any(Money | Meaning.Date | Meaning.Bank | Meaning.Phone | Meaning.Page | Meaning.Due | Meaning.Terms | Meaning.Address | Meaning.Towards | Meaning.Barcode | Meaning.Weight | Meaning.Tax | Meaning.Contact | Meaning.Item | Meaning.Position))
        {
            yield break;
        }

        var numbered = label.Any(Numbering);
        if (label.Is(Meaning.Tracking))
        {
            yield return ("trackingNumber", 1);
        }
        else if (label.Is(Meaning.Contract))
        {
            yield return ("contractReference", numbered || label.IsMarked ? 1 : 0.6);
        }
        else if (label.Is(Meaning.Confirmation))
        {
            yield return ("confirmation", numbered ? 1 : 0.85);
        }
        else if (label.Is(Meaning.Credit))
        {
            yield return ("credit", numbered ? 1 : 0.85);
        }
        else if (label.Is(Meaning.Invoice) && Relating().IsMatch(label.Words[0].Text))
        {
            // "zu Rechnung 17", "for invoice 17".
            yield return ("billed", 0.97);
        }
        else if (label.Is(Meaning.Invoice | Meaning.Reference))
        {
            yield return ("billed", 0.95);
            yield return ("invoice", 0.6);
        }
        else if (label.Is(Meaning.Invoice))
        {
            yield return ("invoice", numbered ? 1 : label.Only(Meaning.Invoice) ? 0.9 : 0.6);
        }
        else if (label.Any(Meaning.Order))
        {
            if (label.Is(Meaning.Sale) && !label.Any(Meaning.Your | Meaning.Customer | Meaning.Supplier))
            {
                yield return ("salesOrder", 0.9);
            }

            if (Purchase().IsMatch(Said(label)))
            {
                // "P.O. 26-00871" beside "Order W-22091": the customer's.
                yield return ("yourOrder", 0.93);
            }

            var (name, weight) = label.Is(Meaning.Our) || label.Is(Meaning.Supplier) ? ("salesOrder", 0.95) : label.Any(Meaning.Your | Meaning.Customer) ? ("yourOrder", numbered ? 1 : 0.93) : ("order", numbered ? 0.97 : 0.9);
            yield return (name, weight);
        }
        else if (label.Is(Meaning.Ordered) && label.Any(Meaning.Your | Meaning.Our | Meaning.Customer))
        {
            // "Your Ord", "Our Ord".
            yield return (label.Is(Meaning.Our) ? "salesOrder" : "yourOrder", 0.93);
        }
        else if (label.Any(Meaning.Sale))
        {
            yield return label.Any(Meaning.Your | Meaning.Customer) ? ("yourOrder", 0.95) : ("salesOrder", numbered ? 0.97 : 0.7);
        }
        else if (label.Is(Meaning.Packing))
        {
            yield return ("packing", numbered ? 1 : 0.8);
        }
        else if (label.Is(Meaning.Delivery))
        {
            if (numbered || label.Is(Meaning.Document))
            {
                yield return ("delivery", 1);
            }
            else if (label.Only(Meaning.Delivery))
            {
                // "Despatch DN-45001": what has letters and figures is no day and no place.
                yield return ("deliveryCode", 0.88);
            }
        }
        else if (label.Is(Meaning.Statement))
        {
            yield return ("statement", 1);
        }
        else if (label.Is(Meaning.Customer))
        {
            if (numbered)
            {
                yield return label.Is(Meaning.Reference) ? ("yourReference", 0.9) : ("buyerId", 0.95);
            }
            else if (label.Only(Meaning.Customer))
            {
                // "Kunde 70455": a number and no name.
                yield return ("buyerCode", 0.92);
            }
        }
        else if (label.Is(Meaning.Supplier))
        {
            if (numbered)
            {
                yield return ("supplierId", 0.95);
            }
        }
        else if (label.Is(Meaning.Your) && label.Any(Meaning.Reference | Meaning.Document))
        {
            yield return ("yourReference", 0.9);
        }
        else if (label.Is(Meaning.Document) && numbered)
        {
            yield return ("document", 0.95);
        }
        else if (label.Only(Meaning.Document) && label.Is(Meaning.Document))
        {
            // "Docket 55-118204"
            yield return ("documentCode", 0.9);
        }
        else if (label.Is(Meaning.Number) && label.Only(Meaning.Number))
        {
            yield return ("plain", 0.7);
        }
        else if (label.Is(Meaning.Reference | Meaning.Our))
        {
            yield return ("ourCode", 0.9);
        }
        else if (label.Is(Meaning.Reference) && !label.Is(Meaning.Our))
        {
            yield return ("reference", 0.6);
        }
    }

    /// <summary>Gets the dates that a label may name, each with how well it does.</summary>
    public static IEnumerable<(string Name, double Weight)> Dates(Label label)
    {
        if (label.Is(Meaning.Paid) || (label.Any(Meaning.Number | Meaning.Phone | Meaning.Bank | Meaning.Page) && !label.Is(Meaning.Date)))
        {
            yield break;
        }

        if (label.Is(Meaning.Due) || (label.Is(Meaning.Pay) && !label.Is(Meaning.Terms)))
        {
            yield return ("dueDate", label.Is(Meaning.Due) ? 1 : 0.8);
        }
        else if (!label.Is(Meaning.Date) && !label.Is(Meaning.Issue))
        {
            if (label.Any(Meaning.Delivery | Meaning.Shipped) && !label.Any(Meaning.Document | Meaning.Address | Meaning.Quantity))
            {
                yield return ("deliveryDate", 0.8);
            }
        }
        else if (label.Any(Meaning.Delivery | Meaning.Shipped))
        {
            yield return (label.Is(Meaning.Document) ? "deliveryNoteDate" : "deliveryDate", 1);
        }
        else if (label.Any(Meaning.Invoice | Meaning.Credit))
        {
            yield return ("invoiceDate", 1);
        }
        else if (label.Is(Meaning.Confirmation))
        {
            yield return ("confirmationDate", 1);
        }
        else if (label.Any(Meaning.Order | Meaning.Sale))
        {
            yield return ("orderDate", label.Any(Meaning.Order | Meaning.Your | Meaning.Customer) ? 1 : 0.8);
        }
        else if (!label.Any(Meaning.Contract | Meaning.Customer | Meaning.Supplier | Meaning.Pay | Meaning.Your) && (!label.Is(Meaning.Tax) || label.Is(Meaning.Issue)))
        {
            yield return ("documentDate", label.Any(Meaning.Issue | Meaning.Document) ? 0.98 : 0.95);
        }
    }

    private static string Said(Label label) => Folding.Of(string.Join(' ', label.Words.Select(w => w.Text)));

    [GeneratedRegex("^(?:your |customer |client |cust )?(?:account|acct|ac|a c)(?: no| number| code| ref)?$")]
    private static partial Regex Account();

    [GeneratedRegex("^(?:po|p o|purchase order)(?: no| number)?$")]
    private static partial Regex Purchase();

    /// <summary>"St.-Nr. 111/260/51234".</summary>
    [GeneratedRegex("^(?:st|str|hr|hrb|hra|rcs|rea) (?:nr|no|n)$")]
    private static partial Regex TaxNumber();

    [GeneratedRegex("^(?:zu|zur|zum|for|against|pour|sur|bij)$", RegexOptions.IgnoreCase)]
    private static partial Regex Relating();
}
