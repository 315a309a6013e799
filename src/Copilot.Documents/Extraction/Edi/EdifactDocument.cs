using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Reads EDIFACT messages: ORDERS, ORDCHG, ORDRSP, DESADV, INVOIC; others by what they are.</summary>
internal sealed class EdifactDocument
{
    /// <summary>Codes of up to three letters and figures are no names.</summary>
    private const int ShortestName = 3;

    private readonly Dictionary<string, EdiParty> _parties = [];
    private readonly DocumentDraft _draft;
    private readonly EdifactLines _lines;
    private EdiParty? _party;
    private string? _reference;
    private ExtractedTax? _tax;
    private bool _isSummary;
    private bool _isCharge;
    private bool _isTaxOfCharge;

    private EdifactDocument(EdiMessage message)
    {
        _draft = new DocumentDraft("edifact", $"EDIFACT {message.Kind} {message.Version}".TrimEnd(), TypeOf(message));
        _lines = new EdifactLines(_draft);
    }

    /// <summary>Reads one.</summary>
    public static DocumentDraft Read(EdiMessage message)
    {
        var reading = new EdifactDocument(message);
        foreach (var segment in message.Segments)
        {
            reading.Take(segment);
        }

        return reading.End();
    }

    /// <summary>Reads a number; both the point and the comma part decimals, whatever UNA says (ISO 9735).</summary>
    public static decimal? Number(string? text, DocumentDraft draft, string place)
        => draft.Number(text is not null && text.Count(c => c is ',' or '.') == 1 ? text.Replace(',', '.') : text, place);

    /// <summary>Reads a day of a date segment; a period gives none.</summary>
    public static string? Day(EdiSegment s, DocumentDraft draft)
        => s.At(1, 3) is null or "102" or "203" or "204" or "101" or "201" ? FormatDate.Read(s.At(1, 2), draft, s.Place) : null;

    private static BusinessDocumentType TypeOf(EdiMessage message)
    {
        var code = message.Segments.FirstOrDefault(s => s.Tag == "BGM")?.At(1);
        return message.Kind switch
        {
            "ORDERS" or "ORDCHG" => BusinessDocumentType.PurchaseOrder,
            "ORDRSP" => BusinessDocumentType.OrderConfirmation,
            "DESADV" => BusinessDocumentType.DeliveryNote,
            "INVOIC" => Xml.TypeCodes.IsCredit(code) ? BusinessDocumentType.CreditNote : BusinessDocumentType.Invoice,
            "STATAC" => BusinessDocumentType.Statement,
            _ => BusinessDocumentType.Other,
        };
    }

    private DocumentDraft End()
    {
        _lines.End();
        CloseTax();
        DraftTotals.Complete(_draft);
        EdiParty.Write(_draft, _parties, "supplier", "SU", "SE", "MS", "II", "SF");
        EdiParty.Write(_draft, _parties, "buyer", "BY", "IV", "MR", "OB");
        EdiParty.Write(_draft, _parties, "delivery", "DP", "ST", "UC");
        EdiParty.Write(_draft, _parties, "carrier", "CA");
        return _draft;
    }

    private void Take(EdiSegment s)
    {
        if (s.Tag is "UNS" or "CNT" or "UNT")
        {
            _lines.End();
        }

        // What follows an allowance or a charge is said of it: its tax is not one of the document's.
        _isSummary |= s.Tag == "UNS";
        _isCharge = s.Tag == "ALC" || (_isCharge && s.Tag is "MOA" or "TAX" or "PCD" or "QTY" or "RTE" or "RNG" or "DTM");
        _isTaxOfCharge = _isCharge && (s.Tag == "TAX" || (_isTaxOfCharge && s.Tag == "MOA"));

        if (s.Tag is not ("MOA" or "TAX"))
        {
            // A tax and its amounts follow each other; amounts after anything else are those of the document.
            CloseTax();
        }

        if (_lines.Take(s))
        {
            return;
        }

        switch (s.Tag)
        {
            case "BGM":
                _draft.Set("typeCode", s.At(1));
                _draft.Set("number", s.At(2));
                break;
            case "DTM":
                Date(s);
                break;
            case "RFF":
                Reference(s);
                break;
            case "NAD":
                _reference = null;
                _party = new EdiParty { Name = Joined(s, 4) ?? (Joined(s, 3) is { Length: > ShortestName } called ? called : null), Id = s.At(2), Country = s.At(9) };
                _party.Address(Joined(s, 5), s.At(8), s.At(6), s.At(7), s.At(9));
                _parties.TryAdd(s.At(1) ?? string.Empty, _party);
                break;
            case "CTA":
                _party?.Contact ??= s.At(2, 2) ?? s.At(2);
                break;
            case "CUX":
                _draft.Set("currency", s.At(1, 2));
                break;
            case "TDT":
                _draft.Set("carrier", s.At(5, 4) ?? s.At(5));
                _draft.Set("trackingNumber", s.At(2));
                break;
            case "CNT":
                Count(s);
                break;
            default:
                Money(s);
                break;
        }
    }

    private void Date(EdiSegment s)
    {
        // A date after a reference is that of the document referred to.
        var name = s.At(1) switch
        {
            "137" => "issueDate",
            "171" => _reference is null ? "referenceDate" : _reference + "Date",
            "2" or "35" or "63" or "17" or "358" or "191" => "deliveryDate",
            "11" or "10" => "despatchDate",
            "13" or "265" => "dueDate",
            "3" => "invoiceDate",
            "4" => "orderDate",
            _ => $"date{s.At(1)}",
        };
        _draft.Set(name, Day(s, _draft));
    }

    private void Reference(EdiSegment s)
    {
        var (kind, number) = (s.At(1), s.At(1, 2));
        if (kind == "VA" && _party is not null)
        {
            _party.Vat ??= number;
            return;
        }

        _reference = kind switch { "ON" => "orderReference", "VN" => "salesOrderReference", "DQ" or "AAK" => "deliveryNoteReference", "CT" => "contractReference", "IV" => "invoiceReference", "CU" or "CN" or "AAS" => "trackingNumber", "PL" => "priceListReference", _ => $"reference{kind}" };
        _draft.Set(_reference, number);
    }

    private void Money(EdiSegment s)
    {
        switch (s.Tag)
        {
            case "PAT" or "PYT":
                _draft.Set("paymentTerms", Joined(s, 2, 4));
                break;
            case "FII":
                _draft.Set("iban", s.At(2));
                _draft.Set("bic", s.At(3));
                break;
            case "TAX" when !_isTaxOfCharge:
                CloseTax();
                _tax = new ExtractedTax { Category = s.At(6) ?? s.At(2), Rate = Number(s.At(5, 4), _draft, s.Place) };
                break;
            case "ALC" when !_isSummary || _draft.Charges.Count == 0:
                _draft.Charges.Add(EdifactLines.Charge(s));
                break;
            case "PCD" when _draft.Charges.Count > 0:
                _draft.Charges[^1] = _draft.Charges[^1] with { Percent = Number(s.At(1, 2), _draft, s.Place) };
                break;
            case "MOA" when !_isTaxOfCharge:
                Amount(s);
                break;
            case "FTX":
                _draft.Set("notes", Joined(s, 4));
                break;
        }
    }

    private void Amount(EdiSegment s)
    {
        var (kind, amount) = (s.At(1), Number(s.At(1, 2), _draft, s.Place));
        if (_tax is not null && kind is "124" or "125")
        {
            _tax = kind == "125" ? _tax with { Base = amount } : _tax with { Amount = amount };
            return;
        }

        if (kind is "8" or "204" or "23" && _draft.Charges.Count > 0)
        {
            _draft.Charges[^1] = _draft.Charges[^1] with { Amount = amount };
            return;
        }

        var name = kind switch { "77" or "39" => "totalAmount", "9" => "payableAmount", "79" => "lineTotal", "125" => "netAmount", "124" or "176" => "taxAmount", "86" or "128" => "totalAmount", "113" => "prepaidAmount", "131" => "chargeTotal", "165" => "adjustmentAmount", _ => $"amount{kind}" };
        _draft.Set(name, amount);
        _draft.Set("currency", s.At(1, 3));
    }

    private void CloseTax()
    {
        if (_tax is { Amount: not null } or { Base: not null })
        {
            _draft.Taxes.Add(_tax);
        }

        _tax = null;
    }

    private void Count(EdiSegment s)
    {
        if (s.At(1) != "2" || Number(s.At(1, 2), _draft, s.Place) is not { } said)
        {
            return;
        }

        var fine = said == _draft.Lines.Count;
        _draft.Checks.Add(new ExtractionCheck("line_count_matches", fine));
        if (!fine)
        {
            _draft.Doubt($"{s.Place} counts {s.At(1, 2)} lines, {_draft.Lines.Count} stand in the document");
        }
    }

    private static string? Joined(EdiSegment s, int element, int from = 1)
    {
        if (element > s.Elements.Count)
        {
            return null;
        }

        var text = string.Join(' ', s.Elements[element - 1].Skip(from - 1).Select(c => c.Trim()).Where(c => c.Length > 0));
        return text.Length > 0 ? text : null;
    }
}
