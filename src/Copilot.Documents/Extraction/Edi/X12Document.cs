using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Reads X12 transaction sets: 850 and 860 orders, 855 and 865 acknowledgements, 856 ship notices, 810 invoices; others by what they are.</summary>
internal sealed class X12Document
{
    private const decimal Cents = 100;

    private readonly Dictionary<string, EdiParty> _parties = [];
    private readonly DocumentDraft _draft;
    private readonly X12Lines _lines;
    private EdiParty? _party;

    private X12Document(EdiMessage message)
    {
        _draft = new DocumentDraft("x12", $"X12 {message.Kind} {message.Version}".TrimEnd(), TypeOf(message));
        _lines = new X12Lines(_draft);
    }

    /// <summary>Reads one.</summary>
    public static DocumentDraft Read(EdiMessage message)
    {
        var reading = new X12Document(message);
        foreach (var segment in message.Segments)
        {
            reading.Take(segment);
        }

        return reading.End();
    }

    private static BusinessDocumentType TypeOf(EdiMessage message) => message.Kind switch
    {
        "850" or "860" or "875" => BusinessDocumentType.PurchaseOrder,
        "855" or "865" => BusinessDocumentType.OrderConfirmation,
        "856" => BusinessDocumentType.DeliveryNote,
        "810" or "880" => message.Segments.Any(s => s.Tag == "BIG" && s.At(7) is "CR" or "CN" or "CC") ? BusinessDocumentType.CreditNote : BusinessDocumentType.Invoice,
        "210" => BusinessDocumentType.Invoice,
        "211" => BusinessDocumentType.BillOfLading,
        _ => BusinessDocumentType.Other,
    };

    private DocumentDraft End()
    {
        _lines.End();
        DraftTotals.Complete(_draft);
        EdiParty.Write(_draft, _parties, "supplier", "SE", "SU", "VN", "SF", "RI", "RE", "PE", "CA");
        EdiParty.Write(_draft, _parties, "buyer", "BY", "BT", "OB", "PR", "ST");
        EdiParty.Write(_draft, _parties, "delivery", "ST");
        return _draft;
    }

    private void Take(EdiSegment s)
    {
        if (_lines.Take(s))
        {
            return;
        }

        switch (s.Tag)
        {
            case "BEG":
                Head(s, s.At(3), s.At(5), s.At(2));
                _draft.Set("contractReference", s.At(6));
                break;
            case "BCH":
                Head(s, s.At(3), s.At(6), s.At(2));
                break;
            case "BAK":
                // The seller's own number is the confirmation's; without one it goes by the order's.
                _draft.Set("orderReference", s.At(3));
                Head(s, s.At(8) ?? s.At(3), s.At(9) ?? s.At(4), s.At(2));
                break;
            case "BSN":
                Head(s, s.At(2), s.At(3), s.At(5));
                break;
            case "BIG":
                Head(s, s.At(2), s.At(1), s.At(7));
                _draft.Set("orderReference", s.At(4));
                _draft.Set("orderDate", FormatDate.Read(s.At(3), _draft, s.Place));
                break;
            case "PRF":
                _lines.Order = _draft.Text("orderReference") is { } first && first != s.At(1) ? s.At(1) : null;
                _draft.Set("orderReference", s.At(1));
                _draft.Set("orderDate", FormatDate.Read(s.At(4), _draft, s.Place));
                break;
            case "B3":
                // A carrier's bill for freight; its sum has two implied decimals.
                Head(s, s.At(2), s.At(6), null);
                _draft.Set("totalAmount", _draft.Number(s.At(7), s.Place) / Cents);
                break;
            case "C3":
                _draft.Set("currency", s.At(1));
                break;
            case "CUR":
                _draft.Set("currency", s.At(2));
                break;
            case "N1":
                _party = new EdiParty { Name = s.At(2), Id = s.At(4) };
                _parties.TryAdd(s.At(1) ?? string.Empty, _party);
                break;
            case "N2" or "N3":
                _party?.Address(s.At(1), s.At(2));
                break;
            case "N4":
                _party?.Address(s.At(1), s.At(2), s.At(3), s.At(4));
                _party?.Country = s.At(4);
                break;
            case "PER":
                (_party ?? new EdiParty()).Contact ??= s.At(2);
                break;
            default:
                Rest(s);
                break;
        }
    }

    private void Head(EdiSegment s, string? number, string? date, string? code)
    {
        _draft.Set("number", number);
        _draft.Set("issueDate", FormatDate.Read(date, _draft, s.Place));
        _draft.Set("typeCode", code);
    }

    private void Rest(EdiSegment s)
    {
        switch (s.Tag)
        {
            case "REF":
                _draft.Set(
                    s.At(1) switch { "PO" => "orderReference", "BM" => "billOfLading", "CN" or "2I" => "trackingNumber", "IV" => "invoiceReference", "CT" => "contractReference", "VN" or "CO" => "salesOrderReference", "PK" => "packingListReference", "DP" => "department", _ => $"reference{s.At(1)}" },
                    s.At(2) ?? s.At(3));
                break;
            case "DTM":
                _draft.Set(
                    s.At(1) switch { "002" or "017" or "035" or "067" or "074" => "deliveryDate", "010" or "011" => "despatchDate", "003" => "invoiceDate", "004" => "orderDate", _ => $"date{s.At(1)}" },
                    FormatDate.Read(s.At(2), _draft, s.Place));
                break;
            case "ITD":
                _draft.Set("paymentTerms", s.At(12) ?? (s.At(7) is { } days ? $"{days} days net" : null));
                _draft.Set("dueDate", FormatDate.Read(s.At(6), _draft, s.Place));
                break;
            case "TDS":
                _draft.Set("totalAmount", _draft.Number(s.At(1), s.Place) / Cents);
                break;
            case "AMT":
                _draft.Set(s.At(1) switch { "TT" or "GV" => "totalAmount", "1" => "lineTotal", _ => $"amount{s.At(1)}" }, _draft.Number(s.At(2), s.Place));
                break;
            case "CTT":
                Count(s);
                break;
            case "TXI" or "TAX":
                Tax(s);
                break;
            case "SAC":
                _draft.Charges.Add(X12Lines.Charge(s, _draft));
                break;
            case "TD5" or "CAD":
                _draft.Set("carrier", s.Tag == "TD5" ? s.At(5) ?? s.At(3) : s.At(5) ?? s.At(4));
                _draft.Set("trackingNumber", s.Tag == "CAD" && s.At(7) is "CN" ? s.At(8) : null);
                break;
            case "B10" or "TRN" or "BRA" or "BCT" or "BPR":
                _draft.Set("number", s.Tag is "B10" or "BRA" ? s.At(1) : s.Tag == "TRN" ? s.At(2) : null);
                break;
            case "MSG" or "NTE":
                _draft.Set("notes", s.Tag == "MSG" ? s.At(1) : s.At(2));
                break;
        }
    }

    private void Tax(EdiSegment s)
    {
        if (s.Tag != "TXI")
        {
            return;
        }

        var tax = new ExtractedTax { Category = s.At(1), Amount = _draft.Number(s.At(2), s.Place), Rate = _draft.Number(s.At(3), s.Place), Base = _draft.Number(s.At(8), s.Place) };
        _draft.Taxes.Add(tax);
    }

    private void Count(EdiSegment s)
    {
        if (_draft.Number(s.At(1), s.Place) is not { } said)
        {
            return;
        }

        _lines.End();
        var fine = said == _draft.Lines.Count || (_draft.Type == BusinessDocumentType.DeliveryNote && said == _lines.Levels);
        _draft.Checks.Add(new ExtractionCheck("line_count_matches", fine));
        if (!fine)
        {
            _draft.Doubt($"{s.Place} counts {s.At(1)} lines, {_draft.Lines.Count} stand in the document");
        }
    }
}
