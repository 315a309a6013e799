using System.Collections.Frozen;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>The words of labels and table heads in English, German, French, Spanish, Dutch and Italian, as <see cref="Folding"/> writes them.</summary>
internal static class Vocabulary
{
    private const int ShortestPart = 3;
    private const int ShortestMisread = 5;

    /// <summary>The first half of a word this long may be put together itself: Gesamtnettowert.</summary>
    private const int LongPart = 9;

    private static readonly (string End, Meaning Meaning)[] Endings =
    [
        ("rechnung", Meaning.Invoice), ("factuur", Meaning.Invoice), ("rechnungskorrektur", Meaning.Invoice), ("bestellung", Meaning.Order), ("gutschrift", Meaning.Credit), ("bestatigung", Meaning.Confirmation),
        ("lieferschein", Meaning.Delivery | Meaning.Document),
    ];

    private static readonly FrozenDictionary<string, Meaning> Known = Build();

    /// <summary>Gets what a folded word means; words put together from known ones mean both, and letters that scans confuse are tried the other way.</summary>
    public static Meaning Of(string token)
        => Exact(token) is not Meaning.Nothing and var meaning ? meaning : Misreadings(token).Select(Exact).FirstOrDefault(m => m != Meaning.Nothing);

    /// <summary>"lnvoice", "T0tal", "Nurnmer": what a word may have been before it was recognised.</summary>
    private static IEnumerable<string> Misreadings(string token)
    {
        if (token.Length < ShortestMisread)
        {
            yield break;
        }

        if (token[0] == 'l')
        {
            yield return "i" + token[1..];
        }

        if (token.Contains("rn", StringComparison.Ordinal))
        {
            yield return token.Replace("rn", "m", StringComparison.Ordinal);
        }

        if (token.AsSpan().ContainsAny('0', '1') && 3 * token.Count(char.IsDigit) <= token.Length)
        {
            var letters = token.Replace('0', 'o');
            yield return letters.Replace('1', 'l');
            yield return letters.Replace('1', 'i');
        }
    }

    private static Meaning Exact(string token)
    {
        if (Known.TryGetValue(token, out var meaning))
        {
            return meaning;
        }

        // "Dto1", "Rab.2": the first and the second of their kind.
        if (token.Length >= ShortestPart && token[^1] is '1' or '2' or '3' && char.IsLetter(token[^2]) && Known.TryGetValue(token[..^1], out var counted))
        {
            return counted;
        }

        // "Rechnungs-Nr.": the first half of such a word, by itself.
        if (token.Length > ShortestPart + (token[^1] == 'n' ? 2 : 1) && token[^1] is 's' or 'n' && Known.TryGetValue(token[..^1], out var half))
        {
            return half;
        }

        // Rechnungsdatum, factuurnummer: German and Dutch write words together, often with an s or an n between.
        for (var cut = token.Length - ShortestPart + 1; cut >= ShortestPart; cut--)
        {
            if (Known.TryGetValue(token[cut..], out var right) && right != Meaning.Filler && Left(token[..cut]) is { } left && left != Meaning.Filler)
            {
                return left | right;
            }
        }

        // Handelsrechnung, verzamelfactuur: the end of the word says what it is, whatever stands before.
        return Array.Find(Endings, e => token.EndsWith(e.End, StringComparison.Ordinal)).Meaning;
    }

    private static Meaning? Left(string part)
        => Known.TryGetValue(part, out var plain) ? plain
            : part.Length > ShortestPart && part[^1] is 's' or 'n' or 'e' && Known.TryGetValue(part[..^1], out var joined) ? joined
            : part.Length >= LongPart && Exact(part) is not Meaning.Nothing and var parts ? parts
            : null;

    private static FrozenDictionary<string, Meaning> Build()
    {
        var known = new Dictionary<string, Meaning>();
        void Add(Meaning meaning, string words)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                known[word] = known.GetValueOrDefault(word) | meaning;
            }
        }

        Add(Meaning.Invoice, "invoice inv rechnung facture factura factuur fattura faktura");
        Add(Meaning.Credit, "credit gutschrift avoir abono creditnota creditfactuur accredito kredit crediet credito");
        Add(Meaning.Order, "order orders bestel bestell bestellung bestelling commande pedido ordine orden po purchase inkooporder bestelbon inkoop achat compra acquisto cde");
        Add(Meaning.Sale, "auftrag sales so vente venta vendita verkoop ventas verkauf");
        Add(Meaning.Confirmation, "ab accuse confirmation acknowledgement acknowledgment bestatigung confirmacion conferma bevestiging confirmed");
        Add(Meaning.Delivery, "delivery liefer lieferung livraison entrega albaran levering lever pakbon consegna ddt shipment ship shipping despatch dispatch versand expedition envio spedizione verzending bl leistung leistungs dn deliver livrer receipt promised eta");
        Add(Meaning.Document, "note slip bl bon schein nota docket advice document list liste documento beleg bordereau bulletin");
        Add(Meaning.Packing, "packing packliste packzettel colisage paklijst fulfilment fulfillment");
        Add(Meaning.Statement, "statement kontoauszug releve extracto estratto rekeningoverzicht");
        Add(Meaning.Number, "no nr number num numero nummer nro nbr n");
        Add(Meaning.Date, "date datum fecha data dated tag dato termin");
        Add(Meaning.Due, "due fallig falligkeit faelligkeit echeance vencimiento verval vervaldag scadenza zahlbar vence limite uiterste vto vcto scad pagabile vervalt scadenze echeances vencimientos");
        Add(Meaning.Net, "net nett netto neto ht htva imponibile imponible");
        Add(Meaning.Gross, "gross brutto ttc bruto lordo tvac");
        Add(Meaning.Tax, "vat tax taxes ust mwst umsatzsteuer mehrwertsteuer tva iva btw gst hst pst qst impuesto impuestos imposta taxe steuer omzetbelasting");
        Add(Meaning.Rate, "rate satz percent taux tipo aliquota tarief procent pct prozent prc");
        Add(Meaning.Total, "total totaal totale gesamt summe sum endbetrag endsumme eindtotaal totalbetrag totals totalsumme rechnungsendbetrag rechnungsbetrag gesamtbetrag complessivo");
        Add(Meaning.Sub, "subtotal subtotaal sub zwischensumme zwischentotal sous subtotale soustotal warenwert positionssumme tussentotaal");
        Add(Meaning.Amount, "cuota amount betrag montant importe bedrag importo value wert valor valeur extension ext extended amt");
        Add(Meaning.Balance, "balance saldo solde residual restbetrag offen openstaand reste");
        Add(Meaning.Pay, "pay payment zahlung paiement pago betaling betaal pagamento payer pagar betalen pagare reglement zahl payable zahlen zahlend zahlender zahlende voldoen regler dovuto dovuta adeudado");
        Add(Meaning.Terms, "terms term conditions condition bedingung bedingungen konditionen condiciones condicion voorwaarden voorwaarde termijn condizioni termini ziel forma modalites mode method methode modalita");
        Add(Meaning.Customer, "customer client cust kunde kunden cliente klant debitor buyer kaufer kaeufer acheteur comprador koper acquirente auftraggeber purchaser debiteur clt consignee leistungsempfanger cessionario committente destinataire destinatario geadresseerde kd");
        Add(Meaning.Supplier, "supplier vendor seller lieferant verkaufer verkaeufer fournisseur vendeur proveedor vendedor leverancier verkoper fornitore venditore from vanaf expediteur emisor emetteur shipper cedente lief consignor rechnungssteller leistungserbringer prestatore verkauft vendu vendido verkocht sender absender afzender mittente remitente");
        Add(Meaning.Your, "your ihr ihre ihrer votre vos su uw vostro vostra vs externes externe external extern");
        Add(Meaning.Our, "our unser unsere unserer notre nuestro nuestra onze ons nostro nostra ns");
        Add(Meaning.Reference, "ref reference referenz referencia referentie riferimento rif kenmerk zeichen refs betreft betreff bezug concerne original originale origine rectifiee rectificada ursprungliche");
        Add(Meaning.Identity, "id ident identification identifikation identificatie identificativo identificacion idno nif cif siret partita partitaiva rfc fiscal fiscale");
        Add(Meaning.Towards, "to aan attn spett spettle");
        Add(Meaning.Bill, "bill billing billed sold facturer facturar fature facturation rechnungsempfanger factuuradres factuurontvanger");
        Add(Meaning.Address, "address adresse anschrift direccion adres indirizzo empfanger empfaenger destinataire destinatario recipient");
        Add(Meaning.Price, "price preis prix precio prijs prezzo cost pu ep unitaire unitario stuckpreis stukprijs stueckpreis tarif listenpreis px prx ehp vk coste costo cout each pvp");
        Add(Meaning.Unit, "unit units einheit unite unidad eenheid unita uom um me eh u ud uds eenh udm mengeneinheit einh vpe ep pu einzel stuk stuks unitaire unitario stk pe ve uds ehp measure case pack each pz");
        Add(Meaning.Quantity, "quantity qty menge anzahl quantite qte cantidad cant hoeveelheid aantal quantita qta qt quantities mge quant pieces qta anz outers packages pkgs nbre nb off pcs pces pezzi mg");
        Add(Meaning.Description, "description bezeichnung beschreibung designation descripcion omschrijving descrizione details detail libelle concepto text particulars denominazione denominacion omschr descr desc beschr beschrijving service services detalle");
        Add(Meaning.Item, "item items stock artikel article articulo articolo teil teile style material product produkt produit producto prodotto goods part art articles produits productos ware merci marchandise goederen commodity activity merchandise merchandises marchandises");
        Add(Meaning.Code, "sku asin code codigo codice cod catalog catalogue katalog artikelcode");
        Add(Meaning.Barcode, "gtin ean upc barcode gln");
        Add(Meaning.Position, "pos position positions line ln zeile ligne linea regel riga lin lfd posten lig posicion positionen posizione posizioni posiciones");
        Add(Meaning.Discount, "discount disc rabatt remise descuento dto korting sconto rab allowance nachlass rem skonto abschlag abschlage sc kort dcto descto disct rabais rabatte sconti remises");
        Add(Meaning.Currency, "currency wahrung waehrung devise moneda valuta divisa monnaie");
        Add(Meaning.Freight, "freight fracht port porto transport transportkosten versandkosten carriage portes verzendkosten handling postage frachtkosten zuschlag zuschlage spese frais gastos surcharge surcharges fuel charge charges kosten envio versand accessorie");
        Add(Meaning.Carrier, "carrier spediteur frachtfuhrer transporteur transportista vervoerder vettore corriere spedition via courier haulier");
        Add(Meaning.Tracking, "tracking sendung suivi seguimiento track trace awb waybill");
        Add(Meaning.Contract, "contract vertrag contrat contrato contratto agreement");
        Add(Meaning.Page, "page seite pagina blad pag");
        Add(Meaning.Carried, "carried brought ubertrag uebertrag riporto arrastre forward transporter reporter overdracht transporteren vortrag suma sigue reportado cf");
        Add(Meaning.Paid, "paid prepaid anzahlung anzahlungen acompte anticipo advance bezahlt vooruitbetaling deposit paye pagado pagato betaald erhaltene payments");
        Add(Meaning.Name, "name nom nombre naam nome firma company societe empresa ragione raison razon social sociale");
        Add(Meaning.Without, "excl exkl excluding exclusive without hors sin zonder senza ohne excluido exclusief esclusa before before w ex");
        Add(Meaning.With, "incl inkl including inclusive inclusief compris compresa incluido inclusa avec with inc con");
        Add(Meaning.Bank, "bank iban bic swift banque banco banca konto kontonummer account compte cuenta conto rekening ac");
        Add(Meaning.Phone, "phone tel telefon telephone telefono telefoon fax mobile email mail web website");
        Add(Meaning.Ordered, "ordered bestellt besteld ordinata ordinato pedida commandee commandees ord cdee cdees");
        Add(Meaning.Shipped, "shipped geliefert livre livree geleverd consegnata consegnato entregada delivered supplied despatched sent picked received erhalten empfangen recu recue recus recues recibido recibida ontvangen ricevuto ricevuta desp");
        Add(Meaning.Remark, "remark remarks comment comments bemerkung bemerkungen anmerkung anmerkungen remarque remarques observacion observaciones opmerking opmerkingen osservazioni short shortage missing damage damages damaged refused rejected fehlmenge fehlend beschadigt schaden manquant manquants endommage avarie faltante faltantes danado danada tekort ontbreekt beschadigd geweigerd mancante mancanti danneggiato danneggiati rifiutato");
        Add(Meaning.Issue, "issue issued ausstellung ausgestellt emission emision emissione uitgifte ausstellungs edition point");
        Add(Meaning.Round, "rounding rundung arrondi redondeo afronding arrotondamento");
        Add(Meaning.Base, "base basis maatstaf heffing imposable basisbetrag taxable bemessungsgrundlage grondslag");
        Add(Meaning.Open, "outstanding ouvert pendiente aperto back backorder backordered bo reliquat ruckstand rest restmenge");
        Add(Meaning.Weight, "weight gewicht poids peso kg colli cartons volume lb lbs kilos bultos pesos");
        Add(Meaning.Contact, "contact ansprechpartner kontakt sachbearbeiter bearbeiter contacto contatto contactpersoon attention");
        Add(Meaning.Filler, "of the for de la le les du des del dei della di da do el los las van het een in en und and et e y der die das den dem a al au aux l d on by bis per pro par por zu zur zum mit o vom von am grand general generale p zzgl plus te il lo gli datos dati gegevens donnees bancarios bancaires bancarie less against noch nog ancora moins menos meno minus abzgl abzuglich souhaitee souhaite souhaites gewunschter gewunschtes gewunscht gewenste richiesta solicitada requested required durch op g estimated expected please this type collected direct voraussichtlicher voraussichtliches prevue prevista prevu verwachte");
        known["denominazione"] |= Meaning.Name;
        known["ausgangssteuer"] = Meaning.Tax;
        known["bankeinzug"] = known["lastschrifteinzug"] = known["abbuchung"] = known["bankabruf"] = Meaning.Pay;
        known["pvp"] = Meaning.Price | Meaning.Gross;
        known["kundenauftrag"] = Meaning.Sale;
        known["albaran"] = known["pakbon"] = known["ddt"] = Meaning.Delivery | Meaning.Document;
        known["einzelpr"] = Meaning.Unit | Meaning.Price;
        known["gesamtpr"] = known["gp"] = Meaning.Total | Meaning.Price;
        known["wunschtermin"] = Meaning.Delivery | Meaning.Date;
        known["liefertermin"] = Meaning.Delivery | Meaning.Date;
        known["einzel"] = Meaning.Unit | Meaning.Price;
        known["einzelpreis"] = Meaning.Unit | Meaning.Price;
        known["nettopreis"] = Meaning.Unit | Meaning.Price | Meaning.Net;
        known["bruttopreis"] = Meaning.Unit | Meaning.Price | Meaning.Gross;
        known["rechnungssumme"] = Meaning.Total;
        known["zahlbetrag"] = Meaning.Pay | Meaning.Amount;
        known["bruttosumme"] = Meaning.Total | Meaning.Gross;
        known["nettosumme"] = Meaning.Total | Meaning.Net;
        known["lieferschein"] = Meaning.Delivery | Meaning.Document;
        known["lieferavis"] = Meaning.Delivery | Meaning.Document;
        known["lieferanten"] = Meaning.Supplier;
        known["lieferadresse"] = Meaning.Delivery | Meaning.Address;
        known["lieferanschrift"] = Meaning.Delivery | Meaning.Address;
        known["lieferart"] = Meaning.Delivery | Meaning.Terms;
        known["warenempfanger"] = Meaning.Delivery | Meaning.Address;
        known["afleveradres"] = Meaning.Delivery | Meaning.Address;
        known["rechnungsanschrift"] = Meaning.Bill | Meaning.Address;
        known["rechnungsadresse"] = Meaning.Bill | Meaning.Address;
        known["rechnungsempfanger"] = Meaning.Bill | Meaning.Address;
        known["rechnungsempfaenger"] = Meaning.Bill | Meaning.Address;
        known["orderbevestiging"] = Meaning.Order | Meaning.Confirmation;
        known["steuernummer"] = Meaning.Identity | Meaning.Number;
        known["steuer"] = Meaning.Tax;
        known["steuersatz"] = Meaning.Tax | Meaning.Rate;
        known["proforma"] = Meaning.Nothing;
        return known.Where(k => k.Value != Meaning.Nothing).ToFrozenDictionary();
    }
}
