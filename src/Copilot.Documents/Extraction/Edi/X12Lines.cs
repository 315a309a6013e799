using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Reads the lines of an X12 transaction set, one after the other.</summary>
/// <param name="draft">The document.</param>
internal sealed class X12Lines(DocumentDraft draft)
{
    private const decimal Cents = 100;

    // How X12 names the numbers of an article (data element 235).
    private static readonly string[] Suppliers = ["VN", "VP", "VC", "SK", "MG", "MF", "PN", "VA", "ST"];
    private static readonly string[] Buyers = ["BP", "IN", "PI", "CB"];
    private static readonly string[] Barcodes = ["UP", "EN", "UK", "UA", "UI", "EO", "GU"];

    // Prices that are not for one (data element 639): per hundred, per hundred feet, per thousand.
    private static readonly Dictionary<string, decimal> Bases = new() { ["HP"] = 100, ["HF"] = 100, ["TP"] = 1000 };

    private readonly List<ExtractedCharge> _charges = [];
    private ExtractedLine? _line;

    /// <summary>Gets or sets the order of the level that is read, where a ship notice has several.</summary>
    public string? Order { get; set; }

    /// <summary>Gets how many levels a ship notice has.</summary>
    public int Levels { get; private set; }

    /// <summary>Takes a segment if it belongs to a line.</summary>
    /// <returns>False when it belongs to the document.</returns>
    public bool Take(EdiSegment s)
    {
        switch (s.Tag)
        {
            case "PO1" or "IT1" or "POC":
                Begin(s);
                return true;
            case "HL":
                End();
                Levels++;
                return true;
            case "LIN":
                End();
                _line = Named(new ExtractedLine { Position = s.At(1), OrderReference = Order }, s, 2);
                return true;
            case "CTT" or "TDS" or "SE":
                End();
                return false;
        }

        if (_line is null)
        {
            return false;
        }

        switch (s.Tag)
        {
            case "SN1":
                _line = _line with { Position = s.At(1) ?? _line.Position, Quantity = draft.Number(s.At(2), s.Place), Unit = s.At(3) };
                break;
            case "PID":
                _line = _line with { Description = _line.Description is null ? s.At(5) : s.At(5) is { } more ? $"{_line.Description} {more}" : _line.Description };
                break;
            case "ACK":
                _line = _line with { Status = s.At(1), DeliveryDate = FormatDate.Read(s.At(5), draft, s.Place) };
                break;
            case "SCH":
                _line = _line with { DeliveryDate = _line.DeliveryDate ?? FormatDate.Read(s.At(6), draft, s.Place) };
                break;
            case "DTM" when s.At(1) is "002" or "010" or "011" or "017" or "035" or "067":
                _line = _line with { DeliveryDate = _line.DeliveryDate ?? FormatDate.Read(s.At(2), draft, s.Place) };
                break;
            case "AMT":
                _line = _line with { Amount = _line.Amount ?? draft.Number(s.At(2), s.Place) };
                break;
            case "TXI":
                _line = _line with { TaxRate = draft.Number(s.At(3), s.Place) };
                break;
            case "SAC":
                _charges.Add(Charge(s, draft));
                break;
            case "PRF":
                _line = _line with { OrderReference = s.At(1) };
                break;
            case "MSG":
                _line = _line with { Note = s.At(1) };
                break;
        }

        // Parties inside a line are places of delivery and not those of the document.
        return true;
    }

    /// <summary>Ends the line that is open.</summary>
    public void End()
    {
        if (_line is not null)
        {
            draft.Lines.Add(_charges.Count > 0 ? _line with { Charges = [.. _charges] } : _line);
        }

        _line = null;
        _charges.Clear();
    }

    /// <summary>Reads an allowance or a charge; amounts have two implied decimals.</summary>
    public static ExtractedCharge Charge(EdiSegment s, DocumentDraft draft) => new(s.At(1) is "C" or "N")
    {
        Amount = draft.Number(s.At(5), s.Place) / Cents,
        Percent = draft.Number(s.At(7), s.Place),
        Reason = s.At(15) ?? s.At(2),
    };

    private void Begin(EdiSegment s)
    {
        End();

        // A change of an order says what to do before how much.
        var shift = s.Tag == "POC" ? 1 : 0;

        // Some senders leave out for how many a price is, and with it its place.
        var names = shift > 0 ? 8 : s.At(5) is { } early && (Suppliers.Contains(early) || Buyers.Contains(early) || Barcodes.Contains(early)) ? 5 : 6;
        _line = Named(
            new ExtractedLine
            {
                Position = s.At(1),
                Status = shift > 0 ? s.At(2) : null,
                Quantity = draft.Number(s.At(2 + shift), s.Place),
                Unit = shift > 0 ? s.At(5, 1) : s.At(3),
                UnitPrice = draft.Number(s.At(shift > 0 ? 6 : 4), s.Place),
                PriceBasis = Bases.TryGetValue(s.At(shift > 0 ? 7 : 5) ?? string.Empty, out var basis) ? basis : null,
            },
            s,
            names);
    }

    private static ExtractedLine Named(ExtractedLine line, EdiSegment s, int first)
    {
        var numbers = new Dictionary<string, string>();
        for (var at = first; at < s.Elements.Count; at += 2)
        {
            if (s.At(at) is { } kind && s.At(at + 1) is { } number)
            {
                numbers.TryAdd(kind, number);
            }
        }

        string? Of(string[] kinds) => kinds.Select(k => numbers.GetValueOrDefault(k)).FirstOrDefault(n => n is not null);
        return line with { Sku = Of(Suppliers), BuyerSku = Of(Buyers), Gtin = Of(Barcodes), Description = numbers.GetValueOrDefault("PD") };
    }
}
