using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Reads the lines of an EDIFACT message, one after the other.</summary>
/// <param name="draft">The document.</param>
internal sealed class EdifactLines(DocumentDraft draft)
{
    /// <summary>How long a part of a description is at most.</summary>
    private const int FullText = 35;

    private readonly List<ExtractedCharge> _charges = [];
    private ExtractedLine? _line;
    private string? _quantityKind;

    /// <summary>Takes a segment if it belongs to a line.</summary>
    /// <returns>False when it belongs to the document.</returns>
    public bool Take(EdiSegment s)
    {
        if (s.Tag == "LIN")
        {
            End();
            var number = s.At(3);

            // SRS, SRV and EN are barcodes; SA is the supplier's number, IN the buyer's.
            _line = Named(new ExtractedLine { Position = s.At(1), Status = s.At(2) }, s.At(3, 2), number);
            return true;
        }

        if (s.Tag is "CPS")
        {
            End();
        }

        if (_line is null)
        {
            return false;
        }

        switch (s.Tag)
        {
            case "PIA":
                foreach (var element in Enumerable.Range(2, Math.Max(0, s.Elements.Count - 1)))
                {
                    _line = Named(_line, s.At(element, 2), s.At(element));
                }

                break;
            case "IMD":
                var words = s.Elements.Count > 2 ? Joined([.. s.Elements[2].Skip(3)]) : string.Empty;
                _line = words.Length == 0 ? _line : _line with { Description = _line.Description is null ? words : $"{_line.Description} {words}" };
                break;
            case "QTY":
                Quantity(s);
                break;
            case "PRI":
                // The net price comes first; a gross price is taken only for want of it.
                if (s.At(1) is "AAA" or "CAL" or "INV" || _line.UnitPrice is null)
                {
                    _line = _line with { UnitPrice = EdifactDocument.Number(s.At(1, 2), draft, s.Place), PriceBasis = EdifactDocument.Number(s.At(1, 5), draft, s.Place) };
                }

                break;
            case "MOA":
                Amount(s);
                break;
            case "DTM":
                _line = s.At(1) is "2" or "35" or "63" or "67" or "69" or "11" or "17" or "191" or "358" ? _line with { DeliveryDate = _line.DeliveryDate ?? EdifactDocument.Day(s, draft) } : _line;
                break;
            case "RFF":
                _line = s.At(1) == "ON" ? _line with { OrderReference = s.At(1, 2) } : _line;
                break;
            case "TAX":
                _line = _line with { TaxRate = EdifactDocument.Number(s.At(5, 4), draft, s.Place) };
                break;
            case "ALC":
                _charges.Add(Charge(s));
                break;
            case "PCD" when _charges.Count > 0:
                _charges[^1] = _charges[^1] with { Percent = EdifactDocument.Number(s.At(1, 2), draft, s.Place) };
                break;
            case "FTX":
                _line = _line with { Note = s.Elements.Count > 3 ? string.Join(' ', s.Elements[3]).Trim() : null };
                break;
        }

        return true;
    }

    /// <summary>Ends the line that is open.</summary>
    public void End()
    {
        if (_line is not null)
        {
            draft.Lines.Add(_charges.Count > 0 ? _line with { Charges = [.. _charges] } : _line);
        }

        (_line, _quantityKind) = (null, null);
        _charges.Clear();
    }

    /// <summary>Reads what is allowed or charged; how much follows.</summary>
    public static ExtractedCharge Charge(EdiSegment s) => new(s.At(1) == "C") { Reason = s.At(5, 4) ?? s.At(5) ?? s.At(2) };

    private void Quantity(EdiSegment s)
    {
        // Of several the one that this kind of message is about; places of delivery repeat theirs behind it.
        if (_quantityKind is null || (s.At(1) is "47" or "12" or "21" or "113" && _quantityKind is not ("47" or "12" or "21" or "113")))
        {
            _quantityKind = s.At(1);
            _line = _line! with { Quantity = EdifactDocument.Number(s.At(1, 2), draft, s.Place), Unit = s.At(1, 3) };
        }
    }

    private void Amount(EdiSegment s)
    {
        var amount = EdifactDocument.Number(s.At(1, 2), draft, s.Place);
        if (s.At(1) is "203" or "66" or "38")
        {
            _line = _line! with { Amount = s.At(1) == "203" ? amount : _line.Amount ?? amount };
        }
        else if (s.At(1) is "8" or "204" or "23" && _charges.Count > 0)
        {
            _charges[^1] = _charges[^1] with { Amount = amount };
        }
    }

    /// <summary>A text in two parts: the first may have been cut off in a word where it was full.</summary>
    private static string Joined(IReadOnlyList<string> parts)
        => parts.Count == 0 ? string.Empty : parts.Skip(1).Aggregate(parts[0], (text, part) => part.Trim().Length == 0 ? text : text.Length % FullText == 0 ? text + part : $"{text.TrimEnd()} {part.TrimStart()}").Trim();

    /// <summary>Thirteen figures whose check digit is right are a barcode, also where nothing says so.</summary>
    private static bool IsBarcode(string number)
        => number.Length == 13 && number.All(char.IsAsciiDigit) && number.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    private static ExtractedLine Named(ExtractedLine line, string? kind, string? number) => number is null ? line : kind switch
    {
        "SRS" or "SRV" or "EN" or "UP" or "GTIN" => line with { Gtin = line.Gtin ?? number },
        null when IsBarcode(number) => line with { Gtin = line.Gtin ?? number },
        "IN" or "BP" => line with { BuyerSku = line.BuyerSku ?? number },
        _ => line with { Sku = line.Sku ?? number },
    };
}
