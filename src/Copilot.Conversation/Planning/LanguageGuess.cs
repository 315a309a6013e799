using System.Collections.Frozen;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Planning;

/// <summary>Tells English from German, French, Spanish, Dutch and Italian by their small words, and knows a few words of the trade in each.</summary>
internal static class LanguageGuess
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Small = new Dictionary<string, string>
    {
        ["en"] = "the is are of to what which how many much do does did we have has when where who why for from with and our in on at it that this any been was were will would can should not by be i me my you your their there all last next week show list give late stock order orders open",
        ["de"] = "der die das ist sind wie viel viele was welche welcher welches wann wo wer warum haben hat wir ihr unser unsere fur von mit und im am auf den dem des ein eine einen noch nicht gibt zeig zeige mir bitte offene offenen bestand auftrag auftrage bestellung bestellungen kunde kunden rechnung rechnungen lieferung lieferungen lager letzte letzten woche heute diese kannst uberfallig uberfallige verspatet bekomme ich muss soll sollen mussen morgen gestern kommt",
        ["fr"] = "le la les est sont combien que quel quelle quels quelles quand ou qui pourquoi avons nous notre nos pour de du des avec et dans sur un une pas il elle y a t ce cette ces en retard commande commandes client clients facture factures livraison stock montre moi stp svp semaine derniere ouvertes impayees je dois devons aujourd hui demain hier",
        ["es"] = "el la los las es son cuanto cuantos cuanta cuantas que cual cuales cuando donde quien por para tenemos hay nuestro nuestra de del con y en un una no se pedido pedidos cliente clientes factura facturas entrega existencias almacen muestra semana pasada pendientes estan vencidas esta riesgo hoy manana ayer debo debemos tengo",
        ["nl"] = "de het een is zijn hoeveel wat welke wanneer waar wie waarom hebben heeft wij we ons onze voor van met en in op aan niet er nog geef toon mij bestelling bestellingen klant klanten factuur facturen levering leveringen voorraad magazijn week deze openstaande te laat ik moet moeten vandaag morgen gisteren komt",
        ["it"] = "il lo la i gli le e sono quanto quanti quanta quante che quale quali quando dove chi perche abbiamo ha nostro nostra per di del della con in un una non si ordine ordini cliente clienti fattura fatture consegna giacenza magazzino mostra settimana scorsa aperte scadute ritardo cosa devo dobbiamo oggi domani ieri",
    }.ToFrozenDictionary(p => p.Key, p => p.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> TradeOf = new Dictionary<string, string>
    {
        ["de"] = """
            bestand:stock lagerbestand:stock lager:warehouse verfugbar:available bestellung:order bestellungen:orders auftrag:order auftrage:orders rechnung:invoice rechnungen:invoices offene:open offenen:open uberfallig:overdue uberfallige:overdue
            lieferung:delivery lieferungen:deliveries verspatet:late verspatete:late wareneingang:receipt wareneingange:receipts kunde:customer kunden:customers lieferant:supplier lieferanten:suppliers gefahrdet:risk risiko:risk ersatz:substitute
            alternative:alternative woche:week heute:today diese:this wie:how viel:much viele:many wo:where wann:when welche:which status:status haben:have wir:we umsatz:revenue umsatze:revenue verkauft:sold verkaufe:sales fakturiert:invoiced
            berechnet:invoiced gutschriften:credit_notes beschwerden:complaints reklamationen:complaints marge:margin lagerwert:inventory_value welcher:which welches:which was:what warum:why wer:who kommen:arrive kommt:arrives kamen:came_in
            ankommen:arrive offen:open fallig:due fallige:due kritisch:critical dringend:urgent gefahrdete:at_risk fehlt:missing fehlen:missing nachbestellen:reorder schuldet:owes schulden:owe uns:us meisten:most zuerst:first preis:price
            preise:prices einkaufspreise:purchase_prices gestiegen:increased kostet:costs frei:free freie:free konnen:can liefern:deliver lieferbar:available versenden:ship verschicken:ship kommissionieren:pick artikel:products
            mindestbestellmenge:minimum_order_quantity lieferzeit:lead_time zuverlassig:reliable angebot:quotation angebote:quotations ablaufen:expire laufen:expire charge:lot chargen:lots sperrlager:quality_hold gesperrt:on_hold retouren:returns
            seit:since kundennummer:customer_number lieferantennummer:supplier_number telefonnummer:phone_number telefon:phone handynummer:phone_number lieferadresse:delivery_address lieferanschrift:delivery_address rechnungsadresse:invoice_address adresse:address anschrift:address ansprechpartner:contact_person
            ansprechpartnerin:contact_person mailadresse:email_address betreut:looks_after kummert:looks_after preisliste:price_list zahlungsbedingungen:payment_terms ust-id:vat_number sprache:language kundenbetreuer:account_manager einkaufer:buyer
            bezahlt:paid unbezahlt:unpaid unbezahlte:unpaid lagerbestande:stock ruckstand:backlog eingangsrechnungen:vendor_bills lieferantenrechnungen:vendor_bills
            kein:no keine:no keinen:no ohne:without umsatzsteuer:vat mehrwertsteuer:vat vorsteuer:input_vat verkaufer:salesperson neu:new neue:new neuen:new neukunden:new_customers abschlussquote:win_rate wurden:were geliefert:delivered vorratig:in_stock nicht:not ausverkauft:sold_out ruckstande:backorders mussen:must bezahlen:pay zahlen:pay monat:month pro:per
            """,
        ["fr"] = """
            commande:order commandes:orders facture:invoice factures:invoices ouvertes:open impayees:overdue retard:late livraison:delivery livraisons:deliveries receptions:receipts reception:receipt client:customer clients:customers
            fournisseur:supplier fournisseurs:suppliers entrepot:warehouse combien:many quelles:which quels:which risque:risk remplacement:substitute semaine:week avons:have nous:we chiffre:revenue ventes:sales vendu:sold avoirs:credit_notes
            reclamations:complaints quelle:which quel:which pourquoi:why quand:when arrivent:arrive arrive:arrives ouvert:open echues:overdue critique:critical manque:missing manquent:missing reapprovisionner:reorder commander:reorder doit:owes
            prix:price disponible:available disponibles:available livrer:deliver expedier:ship preparer:pick produits:products produit:product articles:products delai:lead_time fiable:reliable devis:quotations expirent:expire bloque:on_hold
            retours:returns payees:paid payee:paid augmente:increased depuis:since telephone:phone numero:number courriel:email interlocuteur:contact_person interlocutrice:contact_person facturation:invoice tva:vat acheteur:buyer acheteuse:buyer langue:language
            tarif:price_list occupe:looks_after sans:without aucun:no devons:owe rupture:out_of_stock parties:left mois:month vendeur:salesperson nouveau:new nouveaux:new
            """,
        ["es"] = """
            pedido:order pedidos:orders factura:invoice facturas:invoices pendientes:open vencidas:overdue retraso:late entrega:delivery entregas:deliveries recepciones:receipts cliente:customer clientes:customers proveedor:supplier
            proveedores:suppliers almacen:warehouse existencias:stock cuanto:much cuantos:many riesgo:risk sustituto:substitute semana:week tenemos:have facturamos:invoiced facturado:invoiced ventas:sales vendimos:sold abonos:credit_notes
            reclamaciones:complaints margen:margin cuales:which cual:which cuantas:how_many cuando:when donde:where llegan:arrive llega:arrives abiertos:open abiertas:open vencen:due urgente:urgent critico:critical falta:missing faltan:missing
            reponer:reorder pedir:reorder debe:owes precio:price precios:prices entregar:deliver enviar:ship preparar:pick productos:products producto:product articulos:products plazo:lead_time presupuestos:quotations caducan:expire lote:lot
            lotes:lots bloqueado:on_hold devoluciones:returns pagadas:paid subido:increased desde:since lleva:looks_after telefono:phone direccion:address correo:email contacto:contact_person comprador:buyer compradora:buyer facturacion:invoice idioma:language tarifa:price_list sin:without agotados:out_of_stock agotado:out_of_stock salieron:left mes:month iva:vat comercial:salesperson nuevo:new nuevos:new
            """,
        ["nl"] = """
            bestelling:order bestellingen:orders factuur:invoice facturen:invoices openstaande:open laat:late levering:delivery leveringen:deliveries ontvangsten:receipts klant:customer klanten:customers leverancier:supplier leveranciers:suppliers
            magazijn:warehouse voorraad:stock hoeveel:many risico:risk alternatief:substitute hebben:have omzet:revenue gefactureerd:invoiced verkocht:sold klachten:complaints welke:which wanneer:when waar:where waarom:why komen:arrive komt:arrives
            vervallen:due kritiek:critical ontbreekt:missing bijbestellen:reorder schuldig:owes prijs:price prijzen:prices beschikbaar:available leveren:deliver verzenden:ship verzamelen:pick producten:products artikelen:products
            sinds:since klantnummer:customer_number telefoonnummer:phone_number leveringsadres:delivery_address afleveradres:delivery_address factuuradres:invoice_address adres:address contactpersoon:contact_person contactpersonen:contact_persons inkoper:buyer prijslijst:price_list
            betalingscondities:payment_terms btw-nummer:vat_number taal:language
            levertijd:lead_time betrouwbaar:reliable offertes:quotations verlopen:expire partij:lot partijen:lots geblokkeerd:on_hold betaald:paid ontvangst:receipt zonder:without uitverkocht:out_of_stock vertrokken:left maand:month btw:vat verkoper:salesperson nieuw:new nieuwe:new
            """,
        ["it"] = """
            ordine:order ordini:orders fattura:invoice fatture:invoices aperte:open scadute:overdue ritardo:late consegna:delivery consegne:deliveries ricevimenti:receipts fornitore:supplier fornitori:suppliers magazzino:warehouse giacenza:stock
            quanto:much quanti:many rischio:risk sostituto:substitute settimana:week abbiamo:have fatturato:invoiced venduto:sold vendite:sales reclami:complaints margine:margin quali:which quale:which quante:how_many dove:where perche:why
            arrivano:arrive arriva:arrives aperti:open scadono:due manca:missing mancano:missing riordinare:reorder ordinare:reorder deve:owes prezzo:price prezzi:prices disponibile:available disponibili:available consegnare:deliver spedire:ship
            prelevare:pick prodotti:products prodotto:product articoli:products preventivi:quotations lotto:lot lotti:lots bloccato:on_hold resi:returns pagate:paid aumentati:increased affidabile:reliable segue:looks_after indirizzo:address referente:contact_person contatto:contact_person acquirente:buyer fatturazione:invoice partita:vat iva:number listino:price_list lingua:language senza:without esauriti:out_of_stock esaurito:out_of_stock partite:left mese:month venditore:salesperson nuovo:new nuovi:new
            """,
    }.ToFrozenDictionary(
        p => p.Key,
        p => p.Value.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split(':')).ToFrozenDictionary(w => w[0], w => w[1].Replace('_', ' '), StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Trade = TradeOf.Values.SelectMany(t => t).DistinctBy(w => w.Key).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Guesses the language, as an ISO 639-1 code; English when in doubt.</summary>
    public static string Of(IEnumerable<Word> words)
    {
        var text = words.Select(w => w.Text).ToList();
        return Best(Small.ToDictionary(s => s.Key, s => text.Count(s.Value.Contains)));
    }

    /// <summary>Guesses the language of a question, in which the words of the trade count as well; English when in doubt.</summary>
    public static string OfQuestion(IEnumerable<Word> words)
    {
        var text = words.Select(w => w.Text).ToList();
        return Best(Small.ToDictionary(s => s.Key, s => text.Count(w => s.Value.Contains(w) || (TradeOf.TryGetValue(s.Key, out var trade) && trade.ContainsKey(w) && !OrdinaryWords.All.Contains(w)))));
    }

    /// <summary>Counts the small words of a language in a text.</summary>
    /// <param name="words">The text.</param>
    /// <param name="language">The language, ISO 639-1; 0 for one that is not known.</param>
    public static int Count(IEnumerable<Word> words, string language) => Small.TryGetValue(language, out var small) ? words.Count(w => small.Contains(w.Text)) : 0;

    /// <summary>Says whether a word is a small word of any of the languages; it is never a misspelled name.</summary>
    public static bool IsSmall(string word) => Small.Values.Any(s => s.Contains(word));

    /// <summary>Says whether a word is one of the trade in another language; such a word alone names nobody.</summary>
    public static bool IsTrade(string word) => Trade.ContainsKey(word);

    /// <summary>Puts English words of the trade in the place of foreign ones.</summary>
    public static string ToEnglish(string pattern)
        => string.Join(' ', pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Trade.TryGetValue(w.Trim('?', '.', ',', '!'), out var english) || Trade.TryGetValue(Unelided(w.Trim('?', '.', ',', '!')), out english) ? english : w));

    /// <summary>"L'adresse" and "dell'ordine" without their article.</summary>
    private static string Unelided(string word) => word.IndexOfAny(['\'', '’']) is > 0 and < 5 and var at ? word[(at + 1)..] : word;

    private static string Best(Dictionary<string, int> counts)
    {
        var best = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key == "en" ? 0 : 1).ThenBy(c => c.Key, StringComparer.Ordinal).First();
        return best.Value >= 2 && best.Value > counts["en"] + 1 ? best.Key : best.Value == 2 && counts["en"] == 0 ? best.Key : "en";
    }
}
