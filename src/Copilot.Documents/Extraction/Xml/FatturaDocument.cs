using Copilot.Contracts;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads electronic invoices of the Italian exchange system (FatturaPA 1.2): one header, one or more bodies.</summary>
internal static class FatturaDocument
{
    /// <summary>Says whether an element is such a document.</summary>
    public static bool Is(XmlPart root) => root.Name is "FatturaElettronica" or "FatturaElettronicaSemplificata" && root.At("FatturaElettronicaBody") is not null;

    /// <summary>Reads all invoices in it.</summary>
    public static IEnumerable<DocumentDraft> Read(XmlPart root)
        => root.All("FatturaElettronicaBody").Select(body => Read(root.At("FatturaElettronicaHeader"), body));

    private static DocumentDraft Read(XmlPart? header, XmlPart body)
    {
        var nothing = new XmlPart(string.Empty, string.Empty, body.Line);
        var general = body.At("DatiGenerali") ?? nothing;
        var head = general.At("DatiGeneraliDocumento") ?? nothing;
        var code = head.TextAt("TipoDocumento");
        var draft = new DocumentDraft("fatturapa", "FatturaPA " + code, code is "TD04" or "TD08" ? BusinessDocumentType.CreditNote : BusinessDocumentType.Invoice);
        draft.Set("number", head.TextAt("Numero"));
        draft.Set("typeCode", code);
        draft.Set("currency", head.TextAt("Divisa"));
        draft.Set("issueDate", UblDocument.Day(head, draft, "Data"));
        draft.Set("notes", string.Join('\n', head.All("Causale").Select(c => c.Text).OfType<string>()));
        Party(header?.At("CedentePrestatore"), draft, "supplier");
        Party(header?.At("CessionarioCommittente"), draft, "buyer");
        draft.Set("orderReference", general.TextAt("DatiOrdineAcquisto", "IdDocumento"));
        draft.Set("contractReference", general.TextAt("DatiContratto", "IdDocumento"));
        draft.Set("deliveryNoteReference", general.TextAt("DatiDDT", "NumeroDDT"));
        draft.Set("invoiceReference", general.TextAt("DatiFattureCollegate", "IdDocumento"));
        draft.Set("carrier", general.TextAt("DatiTrasporto", "DatiAnagraficiVettore", "Anagrafica", "Denominazione"));
        draft.Set("deliveryDate", UblDocument.Day(general, draft, "DatiTrasporto", "DataOraConsegna"));
        draft.Set("totalAmount", UblMoney.Amount(head, draft, "ImportoTotaleDocumento"));
        draft.Set("dueDate", UblDocument.Day(body, draft, "DatiPagamento", "DettaglioPagamento", "DataScadenzaPagamento"));
        draft.Set("iban", body.TextAt("DatiPagamento", "DettaglioPagamento", "IBAN"));
        draft.Set("bic", body.TextAt("DatiPagamento", "DettaglioPagamento", "BIC"));
        draft.Set("paymentTerms", body.TextAt("DatiPagamento", "CondizioniPagamento"));
        draft.Set("payableAmount", Instalments(body, draft));
        draft.Set("roundingAmount", UblMoney.Amount(head, draft, "Arrotondamento"));
        Charges(head, draft);
        var goods = body.At("DatiBeniServizi") ?? nothing;
        draft.Lines.AddRange(goods.All("DettaglioLinee").Select(line => Line(line, draft)));
        Taxes(goods, draft);
        if (draft.Amount("netAmount") is { } net && draft.Amount("taxAmount") is { } tax)
        {
            // The total may be left out.
            draft.Set("totalAmount", net + tax + (draft.Amount("roundingAmount") ?? 0), DocumentDraft.Reckoned);
        }

        return draft;
    }

    /// <summary>What is to be paid, of which each instalment has its part; alternatives of payment are not added up.</summary>
    private static decimal? Instalments(XmlPart body, DocumentDraft draft)
    {
        var payment = body.At("DatiPagamento");
        var parts = payment?.All("DettaglioPagamento").Select(d => UblMoney.Amount(d, draft, "ImportoPagamento")).OfType<decimal>().ToList() ?? [];
        return parts.Count == 0 ? null : payment!.TextAt("CondizioniPagamento") == "TP01" ? parts.Sum() : parts[0];
    }

    /// <summary>The contribution to a profession's pension fund is charged on the lines; discounts and surcharges may be on the whole.</summary>
    private static void Charges(XmlPart head, DocumentDraft draft)
    {
        draft.Charges.AddRange(head.All("DatiCassaPrevidenziale").Select(c => new ExtractedCharge(true)
        {
            Amount = UblMoney.Amount(c, draft, "ImportoContributoCassa"),
            Percent = UblMoney.Amount(c, draft, "AlCassa"),
            Reason = c.TextAt("TipoCassa"),
        }));
        draft.Charges.AddRange(head.All("ScontoMaggiorazione").Select(c => new ExtractedCharge(c.TextAt("Tipo") == "MG")
        {
            Amount = UblMoney.Amount(c, draft, "Importo"),
            Percent = UblMoney.Amount(c, draft, "Percentuale"),
        }));
    }

    private static void Taxes(XmlPart goods, DocumentDraft draft)
    {
        foreach (var tax in goods.All("DatiRiepilogo"))
        {
            draft.Taxes.Add(new ExtractedTax
            {
                Rate = UblMoney.Amount(tax, draft, "AliquotaIVA"),
                Category = tax.TextAt("Natura"),
                Base = UblMoney.Amount(tax, draft, "ImponibileImporto"),
                Amount = UblMoney.Amount(tax, draft, "Imposta"),
            });
        }

        // The format states net and tax by rate only; their sums are what the document says.
        if (draft.Taxes.Count > 0)
        {
            draft.Set("netAmount", draft.Taxes.Sum(t => t.Base ?? 0), DocumentDraft.Reckoned);
            draft.Set("taxAmount", draft.Taxes.Sum(t => t.Amount ?? 0), DocumentDraft.Reckoned);
        }
    }

    private static ExtractedLine Line(XmlPart line, DocumentDraft draft) => new()
    {
        Position = line.TextAt("NumeroLinea"),
        Description = line.TextAt("Descrizione"),
        Sku = line.All("CodiceArticolo").FirstOrDefault(c => c.TextAt("CodiceTipo") is not ("EAN" or "GTIN"))?.TextAt("CodiceValore"),
        Gtin = line.All("CodiceArticolo").FirstOrDefault(c => c.TextAt("CodiceTipo") is "EAN" or "GTIN")?.TextAt("CodiceValore"),
        Quantity = UblMoney.Amount(line, draft, "Quantita"),
        Unit = line.TextAt("UnitaMisura"),
        UnitPrice = UblMoney.Amount(line, draft, "PrezzoUnitario"),
        Amount = UblMoney.Amount(line, draft, "PrezzoTotale"),
        TaxRate = UblMoney.Amount(line, draft, "AliquotaIVA"),
    };

    private static void Party(XmlPart? party, DocumentDraft draft, string role)
    {
        var facts = party?.At("DatiAnagrafici");
        if (facts is null)
        {
            return;
        }

        var person = string.Join(' ', new[] { facts.TextAt("Anagrafica", "Nome"), facts.TextAt("Anagrafica", "Cognome") }.OfType<string>());
        draft.Set(role + "Name", facts.TextAt("Anagrafica", "Denominazione") ?? person);
        draft.Set(role + "Vat", facts.At("IdFiscaleIVA") is { } vat ? vat.TextAt("IdPaese") + vat.TextAt("IdCodice") : null);
        draft.Set(role + "TaxNumber", facts.TextAt("CodiceFiscale"));
        if (party!.At("Sede") is { } seat)
        {
            draft.Set(role + "Country", seat.TextAt("Nazione"));
            string?[] lines = [seat.TextAt("Indirizzo"), seat.TextAt("NumeroCivico"), seat.TextAt("CAP"), seat.TextAt("Comune"), seat.TextAt("Provincia"), seat.TextAt("Nazione")];
            draft.Set(role + "Address", string.Join(", ", lines.OfType<string>()));
        }
    }
}
