namespace Copilot.Testing.Documents;

/// <summary>An invoice of a made-up supplier, as PDF; its number stands behind a word that no vocabulary knows.</summary>
public static class PracticeInvoice
{
    /// <summary>The supplier.</summary>
    public const string Supplier = "Kranich Werkzeuge GmbH";

    private static readonly string[] Heads = ["Pos", "Artikel", "Menge", "Preis", "Betrag"];
    private static readonly string[][] Goods = [["1", "Hammer", "4", "10,00", "40,00"], ["2", "Zange", "3", "20,00", "60,00"]];

    /// <summary>Draws it.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="label">The word before the number.</param>
    /// <param name="total">The total as it is printed; net is 100,00 and tax 19,00.</param>
    /// <param name="vat">The supplier's tax number.</param>
    /// <param name="heads">The heads of the five columns of its lines.</param>
    /// <param name="goods">Its lines; two without.</param>
    public static byte[] Pdf(string number, string label = "Zwitscher", string total = "119,00", string vat = "DE123456789", string[]? heads = null, string[][]? goods = null)
        => Sketch(new PdfSketch(), number, label, total, vat, heads ?? Heads, goods ?? Goods).Build();

    /// <summary>Draws several in one file.</summary>
    public static byte[] Several(params string[] numbers)
    {
        var sketch = new PdfSketch();
        foreach (var number in numbers)
        {
            Sketch(sketch, number, "Rechnungsnummer", "119,00", "DE123456789", Heads, Goods);
        }

        return sketch.Build();
    }

    private static PdfSketch Sketch(PdfSketch sketch, string number, string label, string total, string vat, string[] heads, string[][] goods) => sketch
        .Text(50, 60, Supplier, 18, "F2")
        .Lines(50, 90, 10, "Amselweg 7", "20095 Hamburg")
        .Lines(50, 140, 10, "Nordwind Handel GmbH", "Hafenstrasse 4", "28195 Bremen")
        .Text(50, 220, "Rechnung", 16, "F2")
        .Text(50, 245, label).Text(170, 245, number)
        .Text(50, 260, "Rechnungsdatum").Text(170, 260, "14.09.2026")
        .Table(300, 9, [50, 110, 300, 370, 450], [heads, .. goods])
        .Text(370, 380, "Nettobetrag").Text(480, 380, "100,00")
        .Text(370, 395, "19 % MwSt").Text(480, 395, "19,00")
        .Text(370, 410, "Gesamtbetrag").Text(480, 410, total + " EUR")
        .Text(50, 780, "USt-IdNr. " + vat, 8)
        .Page();
}
