using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Analysis.Stemming;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis.Stemming;

public sealed class StemmersTests
{
    // Words and stems as the Snowball project's stemmers give them (libstemmer 2.2), accents taken off the stems.
    public static readonly TheoryData<string, string> Published = new()
    {
        {
            "de",
            """
            lieferung=liefer lieferungen=liefer lieferbedingungen=lieferbeding bedingung=beding verpflichtung=verpflicht verpflichtungen=verpflicht
            verpflichtet=verpflichtet rechnung=rechnung rechnungen=rechnung häuser=haus häusern=haus hauses=haus möglichkeit=moglich
            möglichkeiten=moglich freundlichkeit=freundlich kunden=kund kunde=kund verträge=vertrag vertrag=vertrag vertrages=vertrag zahlungen=zahlung
            zahlbar=zahlbar wirtschaftlich=wirtschaft wirtschaftliche=wirtschaft gefährlich=gefahr gefährliche=gefahr gefahrgut=gefahrgut sicherheit=sich
            sicherheiten=sich aufträge=auftrag auftrag=auftrag aufeinander=aufeinand kategorie=kategori kategorien=kategori jährlich=jahrlich
            jährlichen=jahrlich fristen=frist frist=frist gelieferte=geliefert geliefert=geliefert bestellungen=bestell bestellen=bestell
            schnellste=schnell schnell=schnell laufend=laufend verpackung=verpack ergebnisse=ergebnis ergebnis=ergebnis günstiger=gunstig
            ordnungsgemäß=ordnungsgemass ordnungsgemäße=ordnungsgemass rabatte=rabatt rabatt=rabatt
            """
        },
        {
            "fr",
            """
            continu=continu continua=continu continuait=continu continuant=continu continuation=continu continue=continu continué=continu
            continuel=continuel continuellement=continuel continuer=continu continuité=continu livraison=livraison livraisons=livraison livrer=livr
            livré=livr livrée=livr livrées=livr commande=command commandes=command commander=command fournisseur=fournisseur fournisseurs=fournisseur
            majestueux=majestu majestueuse=majestu retour=retour retours=retour paiement=pai paiements=pai payer=pai payée=pai remise=remis remises=remis
            responsabilité=respons responsable=respons conditions=condit condition=condit général=general généraux=general générale=general
            réclamation=reclam réclamations=reclam entrepôt=entrepot entrepôts=entrepot marchandise=marchandis marchandises=marchandis dangereuse=danger
            dangereux=danger palette=palet palettes=palet expédition=expedit expéditions=expedit journaux=journal journal=journal quantité=quantit
            quantités=quantit
            """
        },
        {
            "es",
            """
            chicas=chic chico=chic cheque=chequ entrega=entreg entregas=entreg entregar=entreg entregado=entreg entregada=entreg entregamos=entreg
            pedido=ped pedidos=ped factura=factur facturas=factur facturación=factur facturar=factur devolución=devolu devoluciones=devolu
            devolver=devolv reclamación=reclam reclamaciones=reclam responsabilidad=respons responsabilidades=respons responsable=respons
            proveedor=proveedor proveedores=proveedor cliente=client clientes=client mercancías=mercanc peligroso=peligr peligrosas=peligr
            peligrosamente=peligr condiciones=condicion condición=condicion pagos=pag pagar=pag pagado=pag almacén=almacen almacenes=almacen
            almacenamiento=almacen descuento=descuent descuentos=descuent rápidamente=rapid torneado=torn tecnología=tecnolog tecnologías=tecnolog
            residencia=resident residencias=resident absolutamente=absolut actividad=activ
            """
        },
        {
            "nl",
            """
            lichaam=licham lichamelijk=licham lichaamsziek=lichaamsziek lichamen=licham opglimlachen=opglimlach opglimpen=opglimp levering=lever
            leveringen=lever leveren=lever geleverd=geleverd besteld=besteld betaling=betal betalingen=betal factuur=factur facturen=factur klanten=klant
            klant=klant leverancier=leverancier leveranciers=leverancier voorwaarden=voorwaard voorwaarde=voorwaard aansprakelijkheid=aansprak
            aansprakelijk=aansprak gevaarlijk=gevar gevaarlijke=gevar goederen=goeder magazijn=magazijn magazijnen=magazijn korting=korting
            kortingen=korting terugzending=terugzend retouren=retour mogelijkheden=mogelijk mogelijkheid=mogelijk verpakking=verpak pallets=pallet
            vrachtkosten=vrachtkost overeenkomsten=overeenkomst overeenkomst=overeenkomst schade=schad contracten=contract contract=contract
            schoenen=schoen kleinere=kleiner
            """
        },
        {
            "it",
            """
            abbandonata=abbandon abbandonate=abbandon abbandonati=abbandon abbandonato=abbandon abbandonava=abbandon abbandonerà=abbandon
            consegna=consegn consegne=consegn consegnare=consegn consegnato=consegn ordine=ordin ordini=ordin ordinare=ordin fattura=fattur
            fatture=fattur fatturazione=fattur pagamento=pag pagamenti=pag pagare=pag pagato=pag fornitore=fornitor fornitori=fornitor cliente=client
            clienti=client reclamo=reclam reclami=reclam condizione=condizion condizioni=condizion responsabilità=respons responsabile=respons
            pericoloso=pericol pericolosi=pericol merce=merc merci=merc magazzino=magazzin magazzini=magazzin sconto=scont sconti=scont
            spedizione=spedizion spedizioni=spedizion restituzione=restitu garanzia=garanz garanzie=garanz attività=attiv velocemente=veloc
            danneggiata=dannegg danneggiati=dannegg
            """
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Words_are_stemmed_as_published(string language, string pairs)
    {
        var all = pairs.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var wrong = all.Select(p => p.Split('=')).Where(p => Stem(language, p[0]) != p[1]).Select(p => $"{p[0]}: {Stem(language, p[0])}, not {p[1]}");

        Assert.Empty(wrong);
        Assert.InRange(all.Length, 40, 100);
    }

    [Theory]
    [InlineData("de", "Müller Mueller Muller")]
    [InlineData("de", "Rückgabe Rueckgabe Rückgaben rückgabe")]
    [InlineData("de", "Straße Strasse Straßen")]
    [InlineData("de", "Käufer Käuferin Käuferinnen Kaeufer")]
    [InlineData("de", "System Systeme Systemen Systems")]
    [InlineData("de", "Regel Regeln")]
    [InlineData("fr", "livrée livrees livrés livrer livre")]
    [InlineData("fr", "responsabilité responsabilite responsabilités responsable")]
    [InlineData("fr", "produit produits produite produites")]
    [InlineData("fr", "première premiere premières premier")]
    [InlineData("es", "reclamación reclamacion reclamaciones reclamar")]
    [InlineData("es", "garantía garantia garantías garantias")]
    [InlineData("es", "mercancía mercancia mercancías")]
    [InlineData("es", "días dias día dia")]
    [InlineData("es", "años año anos")]
    [InlineData("es", "mes meses")]
    [InlineData("it", "qualità qualita")]
    [InlineData("it", "disponibilità disponibilita")]
    [InlineData("it", "anno anni")]
    [InlineData("it", "rischio rischi")]
    [InlineData("nl", "prijs prijzen")]
    [InlineData("nl", "brief brieven")]
    [InlineData("nl", "ton tonnen")]
    [InlineData("nl", "bestelling bestellingen bestellen")]
    [InlineData("nl", "prĳs prijs")]
    [InlineData("en", "delivery deliveries")]
    public void Forms_and_spellings_of_a_word_meet(string language, string forms)
    {
        var stems = forms.Split(' ').Select(f => Stem(language, f)).Distinct();

        Assert.Single(stems);
    }

    [Theory]
    [InlineData("de", "Rechnung Rechen")]
    [InlineData("es", "cartera carta")]
    [InlineData("fr", "contrat contre")]
    [InlineData("it", "sconto scontro")]
    [InlineData("nl", "kosten kasten")]
    public void Different_words_stay_apart(string language, string words)
        => Assert.Equal(2, words.Split(' ').Select(w => Stem(language, w)).Distinct().Count());

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("nl")]
    [InlineData("it")]
    [InlineData("und")]
    public void A_stem_is_never_empty_nor_longer_than_its_word_whatever_the_word(string language)
    {
        const string letters = "aaeeiioouuynrstlmdcgqxyzhäöüßéèêëàâçîïôûùñáíóúìòœæåø";
        var random = new Random(20);
        var stemmer = Stemmers.For(language);
        for (var i = 0; i < 30_000; i++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(1, i % 100 == 0 ? 400 : 14)).Select(_ => letters[random.Next(letters.Length)])]);
            var folded = WordSplitter.Fold(word);
            var stem = stemmer.Stem(word);

            Assert.InRange(stem.Length, 1, folded.Length);
            Assert.Equal(stem, stemmer.Stem(word));
            Assert.True(stem.All(char.IsAsciiLetterLower), $"{word}: {stem}");
        }
    }

    [Theory]
    [InlineData("s00042")]
    [InlineData("42")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("договор")]
    [InlineData("退")]
    public void Codes_numbers_and_other_scripts_stay(string word)
        => Assert.All(new[] { "fr", "de", "es", "nl", "it", "und", "ru" }, l => Assert.Equal(WordSplitter.Fold(word), Stemmers.For(l).Stem(word)));

    [Fact]
    public void Each_language_is_split_with_its_own_words_of_grammar()
    {
        Assert.Equal("ruckgab handschuh", WordSplitter.Stems("Die Rückgabe der Handschuhe", "de"));
        Assert.Equal("entrepris del", WordSplitter.Stems("l’entreprise d'un délai", "fr"));
        Assert.Equal("ordin", WordSplitter.Stems("dell'ordine", "it"));
        Assert.Equal("press return", WordSplitter.Stems("the presses returned", "en"));
    }

    private static string Stem(string language, string word) => Assert.Single(WordSplitter.Split(word, language)).Stem;
}
