using System.Globalization;

namespace Copilot.Evals.Documents;

/// <summary>How a country writes documents: its words, each in several variants, its numbers and its dates.</summary>
internal sealed record MadeLanguage(string Name, string Culture, string Currency, IReadOnlyDictionary<string, string[]> Words)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<MadeLanguage> All { get; } =
    [
        Of("en-US", "en-US", "USD", """
            invoice=INVOICE|Invoice|Tax Invoice|Sales Invoice;credit_note=CREDIT MEMO|Credit Note;purchase_order=PURCHASE ORDER|Purchase Order;order_confirmation=ORDER CONFIRMATION|Order Acknowledgement|Sales Order Confirmation;delivery_note=DELIVERY NOTE|Delivery Note|Delivery Slip
            invoiceNo=Invoice No.|Invoice #|Invoice Number|Inv. No.;creditNo=Credit Memo No.|Credit Note #;orderNo=PO Number|Purchase Order|Your Order No.|Customer PO|P.O. #;ownOrderNo=PO Number|Order No.|P.O. No.;confirmNo=Confirmation No.|Acknowledgement Number|Order Confirmation #;deliveryNo=Delivery Note No.|Delivery No.
            date=Date|Invoice Date|Date of Issue;due=Due Date|Payment Due|Due;supplier=Vendor|Supplier;buyer=Bill To|Sold To|Customer|Invoice To;ship=Ship To|Deliver To
            pos=#|Line|Item|Pos;sku=Item No.|SKU|Part Number|Product Code;desc=Description|Item Description|Product;qty=Qty|Quantity|Qty.;unit=UOM|Unit;price=Unit Price|Price|Price Each;disc=Disc. %|Discount;rate=Tax %|Tax Rate;amount=Amount|Line Total|Total|Extended Price
            net=Subtotal|Net Amount|Total Net|Total excl. Tax;tax=Sales Tax|Tax|Total Tax;total=Total|Grand Total|Invoice Total|Total Amount;payable=Amount Due|Balance Due;terms=Payment Terms|Terms;bank=Bank Details;carried=Carried forward|Subtotal carried forward
            """),
        Of("en-GB", "en-GB", "GBP", """
            invoice=INVOICE|VAT Invoice|Invoice|Sales Invoice;credit_note=CREDIT NOTE|Credit Note;purchase_order=PURCHASE ORDER|Purchase Order|Order;order_confirmation=Order Confirmation|Order Acknowledgement;delivery_note=Delivery Note|DELIVERY NOTE|Despatch Note
            invoiceNo=Invoice No|Invoice Number|Invoice no.;creditNo=Credit Note No|Credit Number;orderNo=Your Order No|Order No|PO No|Your Ref;ownOrderNo=Order No|Purchase Order Number;confirmNo=Acknowledgement No|Confirmation Number;deliveryNo=Delivery Note No|Despatch Note No
            date=Date|Invoice Date|Tax Point/Date;due=Due Date|Payment Due Date;supplier=Supplier|From;buyer=Invoice To|Bill To|Customer|Sold to;ship=Deliver To|Delivery Address
            pos=Line|No.|Pos;sku=Code|Product Code|Stock Code|Item Code;desc=Description|Details|Item;qty=Qty|Quantity;unit=Unit|UoM;price=Unit Price|Price|Price (£);disc=Disc %|Discount %;rate=VAT %|VAT Rate|VAT;amount=Net Amount|Amount|Total|Net
            net=Net Total|Subtotal|Total Net|Goods Total;tax=VAT|Total VAT|VAT Total;total=Total|Invoice Total|Gross Total|Total Amount Due;payable=Balance Due|Amount Payable;terms=Payment Terms|Terms;bank=Bank details;carried=Carried forward|c/f
            """),
        Of("de", "de-DE", "EUR", """
            invoice=Rechnung|RECHNUNG|Handelsrechnung;credit_note=Gutschrift|GUTSCHRIFT;purchase_order=Bestellung|BESTELLUNG;order_confirmation=Auftragsbestätigung|AUFTRAGSBESTÄTIGUNG;delivery_note=Lieferschein|LIEFERSCHEIN
            invoiceNo=Rechnungsnummer|Rechnungs-Nr.|Rechnung Nr.|Beleg-Nr.;creditNo=Gutschriftsnummer|Gutschrift-Nr.|Beleg-Nr.;orderNo=Ihre Bestellung|Bestellnummer|Ihre Bestell-Nr.|Bestell-Nr.;ownOrderNo=Bestellnummer|Bestell-Nr.|Bestellung Nr.;confirmNo=Auftragsnummer|AB-Nummer|Auftrags-Nr.;deliveryNo=Lieferschein-Nr.|Lieferscheinnummer
            date=Datum|Rechnungsdatum|Belegdatum;due=Fällig am|Fälligkeit|Zahlbar bis;supplier=Lieferant|Verkäufer;buyer=Rechnungsempfänger|Kunde|Rechnungsadresse|Käufer;ship=Lieferadresse|Lieferanschrift
            pos=Pos.|Pos|Position;sku=Artikel-Nr.|Art.-Nr.|Artikelnummer|Material;desc=Bezeichnung|Beschreibung|Artikelbezeichnung|Artikel;qty=Menge|Anzahl;unit=Einheit|ME|Einh.;price=Einzelpreis|E-Preis|Preis/Einheit|Preis;disc=Rabatt %|Rabatt;rate=MwSt. %|USt. %|MwSt;amount=Gesamtpreis|Betrag|Gesamt|Nettobetrag
            net=Nettobetrag|Summe netto|Zwischensumme|Gesamt netto;tax=MwSt.|Umsatzsteuer|zzgl. MwSt.|USt.;total=Gesamtbetrag|Rechnungsbetrag|Endbetrag|Summe brutto;payable=Zahlbetrag|Offener Betrag;terms=Zahlungsbedingungen|Zahlungsziel;bank=Bankverbindung;carried=Übertrag
            """),
        Of("fr", "fr-FR", "EUR", """
            invoice=FACTURE|Facture;credit_note=AVOIR|Avoir;purchase_order=BON DE COMMANDE|Bon de commande|Commande;order_confirmation=Confirmation de commande|ACCUSÉ DE RÉCEPTION DE COMMANDE;delivery_note=BON DE LIVRAISON|Bon de livraison
            invoiceNo=Facture n°|N° de facture|Numéro de facture|N° facture;creditNo=Avoir n°|N° d'avoir;orderNo=Votre commande|N° de commande|Commande n°|Réf. commande;ownOrderNo=Commande n°|N° de commande|Bon de commande n°;confirmNo=Confirmation n°|N° de confirmation;deliveryNo=BL n°|Bon de livraison n°|N° de BL
            date=Date|Date de facture|Date de facturation;due=Échéance|Date d'échéance;supplier=Fournisseur|Vendeur;buyer=Facturé à|Client|Adresse de facturation;ship=Livré à|Adresse de livraison
            pos=N°|Ligne|Pos.;sku=Référence|Réf.|Code article;desc=Désignation|Description|Libellé|Article;qty=Quantité|Qté;unit=Unité|U.;price=Prix unitaire HT|P.U. HT|Prix unitaire|PU HT;disc=Remise %|Remise;rate=TVA %|Taux TVA|TVA;amount=Montant HT|Total HT|Montant
            net=Total HT|Montant HT|Total net HT;tax=TVA|Total TVA|Montant TVA;total=Total TTC|Montant TTC|Net à payer TTC;payable=Net à payer|Reste à payer;terms=Conditions de paiement|Conditions de règlement;bank=Coordonnées bancaires;carried=À reporter|Report
            """),
        Of("es", "es-ES", "EUR", """
            invoice=FACTURA|Factura;credit_note=Nota de crédito|FACTURA RECTIFICATIVA|Abono;purchase_order=PEDIDO|Orden de compra|Pedido de compra;order_confirmation=Confirmación de pedido|CONFIRMACIÓN DE PEDIDO;delivery_note=ALBARÁN|Albarán de entrega|Nota de entrega
            invoiceNo=Factura nº|Nº de factura|Número de factura|N.º factura;creditNo=Abono nº|Nota de crédito nº;orderNo=Su pedido|Nº de pedido|Pedido nº;ownOrderNo=Pedido nº|Nº de pedido|Orden de compra nº;confirmNo=Confirmación nº|Nº de confirmación;deliveryNo=Albarán nº|Nº de albarán
            date=Fecha|Fecha de factura|Fecha de emisión;due=Vencimiento|Fecha de vencimiento;supplier=Proveedor|Vendedor;buyer=Cliente|Facturar a|Datos del cliente;ship=Dirección de entrega|Enviar a
            pos=Pos.|Línea|Nº;sku=Referencia|Código|Ref.;desc=Descripción|Concepto|Artículo;qty=Cantidad|Cant.;unit=Unidad|Ud.;price=Precio unitario|Precio|P. unitario;disc=Dto. %|Descuento;rate=IVA %|% IVA|IVA;amount=Importe|Total|Importe neto
            net=Base imponible|Subtotal|Total neto;tax=IVA|Total IVA|Cuota IVA;total=Total|Total factura|Importe total|TOTAL A PAGAR;payable=Importe pendiente|Total a pagar;terms=Forma de pago|Condiciones de pago;bank=Datos bancarios;carried=Suma y sigue
            """),
        Of("nl", "nl-NL", "EUR", """
            invoice=FACTUUR|Factuur;credit_note=CREDITNOTA|Creditfactuur;purchase_order=BESTELLING|Inkooporder|Bestelbon;order_confirmation=ORDERBEVESTIGING|Orderbevestiging;delivery_note=PAKBON|Leverbon|Pakbon
            invoiceNo=Factuurnummer|Factuurnr.|Factuur nr.;creditNo=Creditnotanummer|Creditnummer;orderNo=Uw ordernummer|Ordernummer|Uw referentie|Uw order;ownOrderNo=Bestelnummer|Ordernummer|Inkoopordernummer;confirmNo=Bevestigingsnummer|Orderbevestiging nr.;deliveryNo=Pakbonnummer|Pakbon nr.
            date=Datum|Factuurdatum;due=Vervaldatum|Uiterste betaaldatum;supplier=Leverancier|Verkoper;buyer=Klant|Factuuradres|Debiteur;ship=Afleveradres|Leveringsadres
            pos=Pos.|Regel|Nr.;sku=Artikelnr.|Artikelcode|Artikelnummer;desc=Omschrijving|Artikel|Beschrijving;qty=Aantal|Hoeveelheid;unit=Eenheid|Eenh.;price=Prijs|Stuksprijs|Prijs per eenheid;disc=Korting %|Korting;rate=BTW %|BTW-tarief|BTW;amount=Bedrag|Totaal|Netto bedrag
            net=Subtotaal|Totaal excl. BTW|Netto totaal;tax=BTW|Totaal BTW|BTW-bedrag;total=Totaal|Totaal incl. BTW|Totaalbedrag|Factuurbedrag;payable=Te betalen|Openstaand bedrag;terms=Betalingsvoorwaarden|Betalingstermijn;bank=Bankgegevens;carried=Transport
            """),
        Of("it", "it-IT", "EUR", """
            invoice=FATTURA|Fattura;credit_note=NOTA DI CREDITO|Nota di credito;purchase_order=ORDINE DI ACQUISTO|Ordine d'acquisto|Ordine;order_confirmation=CONFERMA D'ORDINE|Conferma ordine;delivery_note=DOCUMENTO DI TRASPORTO|Documento di trasporto (DDT)
            invoiceNo=Fattura n.|Numero fattura|N. fattura;creditNo=Nota di credito n.|Numero nota;orderNo=Vs. ordine|Rif. ordine|Ordine n.;ownOrderNo=Ordine n.|Numero ordine|N. ordine;confirmNo=Conferma n.|Numero conferma;deliveryNo=DDT n.|Numero DDT
            date=Data|Data fattura|Data documento;due=Scadenza|Data scadenza;supplier=Fornitore|Venditore;buyer=Cliente|Destinatario|Spett.le;ship=Luogo di consegna|Indirizzo di consegna
            pos=Pos.|Riga|N.;sku=Codice|Cod. articolo|Codice articolo;desc=Descrizione|Articolo|Denominazione;qty=Quantità|Q.tà|Qtà;unit=U.M.|Unità;price=Prezzo unitario|Prezzo|Prezzo unit.;disc=Sconto %|Sc. %;rate=IVA %|Aliquota IVA|IVA;amount=Importo|Totale|Prezzo totale
            net=Imponibile|Totale imponibile|Totale netto;tax=IVA|Totale IVA|Imposta;total=Totale|Totale fattura|Totale documento|Importo totale;payable=Netto a pagare|Saldo dovuto;terms=Condizioni di pagamento|Modalità di pagamento|Termini di pagamento;bank=Coordinate bancarie;carried=Riporto|A riportare
            """),
    ];

    /// <summary>Gets one of the variants of a word.</summary>
    public string Word(string key, Random chance) => Words[key][chance.Next(Words[key].Length)];

    /// <summary>Writes an amount.</summary>
    public string Amount(decimal value, int decimals = 2) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo(Culture)).Replace('\u202F', ' ').Replace('\u00A0', ' ');

    private static MadeLanguage Of(string name, string culture, string currency, string words) => new(
        name, culture, currency, words.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => w.Split('=', 2)).ToDictionary(w => w[0], w => w[1].Split('|')));
}
