using Copilot.Evals.Documents;

namespace Copilot.Evals.Matching;

/// <summary>Writes papers as PDF pages, in the layouts and languages of the documents that are made for reading.</summary>
internal static class PdfPaper
{
    /// <summary>Writes one.</summary>
    public static byte[] Write(Paper paper, string language, Random chance)
    {
        var written = MadeLanguage.All.First(l => l.Name == language) with { Currency = "EUR" };
        var rate = written.Name is "de" ? 19m : 21m;
        var lines = paper.Lines.Select(l => new MadeLine(l.Theirs ?? l.Ours ?? "-", l.Name, l.Quantity, l.Unit == "C62" ? "pcs" : "box", l.Price, 0, rate)).ToList();
        return MadeLayout.Draw(
            new MadeDocument
            {
                Type = paper.Type,
                Language = written,
                Number = paper.Number,
                Date = paper.Date,
                Due = paper.Date.AddDays(30),
                OrderReference = paper.Order ?? string.Empty,
                Supplier = new MadeParty(paper.Supplier, "Industrieweg 8", "1000 Brussels", string.Empty),
                Buyer = new MadeParty("Meridian Industrial Supply", "12 Quai Perrache", "69002 Lyon", string.Empty),
                Lines = lines,
                Net = lines.Sum(l => l.Amount),
                Tax = Math.Round(lines.Sum(l => l.Amount) * rate / 100, 2, MidpointRounding.AwayFromZero),
                Iban = "DE89370400440532013000",
            },
            chance);
    }
}
