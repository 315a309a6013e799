namespace Copilot.Evals.Documents;

/// <summary>Documents made for the examination: in seven countries' ways of writing, each in a layout of its own, with what stands in them.</summary>
internal static class MadeDocuments
{
    /// <summary>The number of documents made.</summary>
    public const int Count = 140;

    private static readonly string[] Types = ["invoice", "invoice", "purchase_order", "invoice", "order_confirmation", "delivery_note", "credit_note"];

    /// <summary>Makes them, the same each time for a seed.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="seed">Where chance begins.</param>
    public static List<JudgedDocument> Make(string folder, int seed)
    {
        var made = new List<JudgedDocument>();
        for (var i = 0; i < Count; i++)
        {
            var chance = new Random((seed * 1000) + i);
            var document = MadeContent.Make(MadeLanguage.All[i % MadeLanguage.All.Count], Types[(i / MadeLanguage.All.Count) % Types.Length], chance);
            var name = $"made-{i:000}.pdf";
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, MadeLayout.Draw(document, chance));
            made.Add(Judged(name, path, document));
        }

        return made;
    }

    internal static JudgedDocument Judged(string name, string path, MadeDocument d)
    {
        var fields = new Dictionary<string, object> { ["number"] = d.Number, ["issueDate"] = d.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["supplierName"] = d.Supplier.Name, ["buyerName"] = d.Buyer.Name };
        if (d.Type != "purchase_order")
        {
            fields["orderReference"] = d.OrderReference;
        }

        if (d.Type == "invoice")
        {
            fields["dueDate"] = d.Due.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            fields["iban"] = d.Iban;
        }

        if (d.Type != "delivery_note")
        {
            (fields["netAmount"], fields["taxAmount"], fields["totalAmount"]) = (d.Net, d.Tax, d.Total);
        }

        var priced = d.Type != "delivery_note";
        return new JudgedDocument(name, d.Type, fields, [.. d.Lines.Select(l => Line(l, priced))]) { Path = path };
    }

    private static Dictionary<string, object> Line(MadeLine l, bool priced)
    {
        var line = new Dictionary<string, object> { ["description"] = l.Description, ["quantity"] = l.Quantity };
        if (priced)
        {
            (line["unitPrice"], line["amount"]) = (l.Price, l.Amount);
        }

        return line;
    }
}
