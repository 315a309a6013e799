using Copilot.Contracts;
using Copilot.Conversation.Grounding;
using Copilot.Testing.Conversation;
using Xunit;

namespace Copilot.Tests.Conversation.Grounding;

public sealed class ForeignFiguresTests
{
    private static readonly Evidence Invoice = PracticeTools.Record(
        "account.move:7",
        "Invoice INV/2026/00042",
        new Fact("Amount", FactKind.Money, "1250.50", "EUR"),
        new Fact("Discount", FactKind.Percent, "2.5"),
        new Fact("Due", FactKind.Date, "2026-11-27"),
        new Fact("Units", FactKind.Quantity, "1250", "Units"),
        new Fact("Weight", FactKind.Number, "1.25", "t"),
        new Fact("Pick-up", FactKind.DateTime, "2026-11-27T13:30:00Z"),
        new Fact("Days", FactKind.Days, "3"));

    private static readonly Evidence Regulation = new()
    {
        Id = "passage:de#1",
        Kind = EvidenceKind.Passage,
        Title = "Rücksendungen",
        Excerpt = "Für die Rücksendung von Waren berechnen wir 1.250,50 EUR, und die Frist endet am 27. November 2026 um 14.30 Uhr.",
        AsOf = PracticeTools.Now,
    };

    [Theory]
    [InlineData("de", "Die Rechnung beträgt 1.250,50 € und ist am 27. November 2026 fällig.")]
    [InlineData("de", "Fällig ist sie am Freitag, den 27.11.2026.")]
    [InlineData("de", "Die Rechnung ist am 27.11. fällig, mit 2,5 % Rabatt.")]
    [InlineData("de", "Wir haben 1.250 Stück, das sind 1,25 t.")]
    [InlineData("de", "Abholung ist am Fr., 27.11.2026 um 14.30 Uhr.")]
    [InlineData("de", "Sie ist drei Tage überfällig und beträgt 1.250,50 Euro.")]
    [InlineData("de", "Die Frist läuft vom 27. bis 27. November 2026.")]
    [InlineData("fr", "La facture est de 1 250,50 € et échoit le 27 novembre 2026.")]
    [InlineData("fr", "La facture de 1\u202f250,50 € est due le vendredi 27 novembre.")]
    [InlineData("fr", "Elle est due le 27/11/2026 à 14h30, avec 2,5 pour cent de remise.")]
    [InlineData("fr", "Nous avons 1 250 pièces depuis trois jours.")]
    [InlineData("es", "La factura es de 1.250,50 € y vence el 27 de noviembre de 2026.")]
    [InlineData("es", "Vence el viernes 27/11/2026, con un 2,5 por ciento.")]
    [InlineData("nl", "De factuur bedraagt € 1.250,50 en vervalt op 27 november 2026.")]
    [InlineData("nl", "Zij vervalt op vrijdag 27-11-2026 om 14.30 uur, ten laatste.")]
    [InlineData("it", "La fattura è di 1.250,50 € e scade il 27 novembre 2026.")]
    [InlineData("it", "Scade venerdì 27/11/2026 alle 14.30, tra tre giorni.")]
    [InlineData("en", "The invoice of 1,250.50 EUR is due on 27/11/2026.")]
    [InlineData("en", "The invoice of 1.250,50 EUR is due on 27.11.2026.")]
    [InlineData("de", "Die Rechnung beträgt CHF-frei 1'250.50 €.")]
    public void A_figure_in_the_reader_s_own_notation_is_the_grounded_one(string language, string sentence)
        => Assert.Empty(Check(language, sentence, Invoice).Missing);

    [Theory]
    [InlineData("de", "Die Rechnung beträgt 1.250,51 €.")]
    [InlineData("de", "Die Rechnung beträgt 1,250 € und ist offen.")]
    [InlineData("de", "Sie ist am 28. November 2026 fällig.")]
    [InlineData("de", "Sie ist am Montag, den 27.11.2026 fällig.")]
    [InlineData("de", "Wir haben 1.252 Stück auf Lager.")]
    [InlineData("de", "Das sind 1.25,0 t im Lager der Firma.")]
    [InlineData("de", "Sie ist vier Tage überfällig.")]
    [InlineData("fr", "La facture est de 1 250,60 € pour le client.")]
    [InlineData("fr", "Nous avons 1.250 pièces en stock.")]
    [InlineData("fr", "Elle est due le 28/11/2026.")]
    [InlineData("es", "La factura vence el 27 de diciembre de 2026.")]
    [InlineData("nl", "De factuur vervalt op 27-10-2026.")]
    [InlineData("it", "La fattura scade il 26 novembre 2026.")]
    [InlineData("en", "The invoice is 1,5 EUR.")]
    [InlineData("en", "The invoice is 84311,97 EUR.")]
    [InlineData("en", "The invoice is due on 11/12/2026.")]
    [InlineData("en", "The stock weighs 1.250.1 t.")]
    public void Another_figure_and_one_that_can_be_read_in_two_ways_is_not(string language, string sentence)
        => Assert.NotEmpty(Check(language, sentence, Invoice).Missing);

    [Theory]
    [InlineData("de", "Die Rücksendung kostet 1.250,50 EUR, bis 27. November 2026, 14:30 Uhr.")]
    [InlineData("en", "Returning the goods costs EUR 1,250.50 until 27 November 2026 at 14:30.")]
    public void Sources_are_read_in_their_own_language(string language, string sentence)
        => Assert.Empty(Check(language, sentence, Regulation).Missing);

    [Theory]
    [InlineData("Der Kunde schrieb „1.250,50“ auf die Rechnung.")]
    public void What_is_quoted_must_stand_in_the_source_as_it_is(string sentence)
    {
        Assert.Empty(Check("de", sentence, Regulation).Missing);
        Assert.NotEmpty(Check("de", sentence, Invoice).Missing);
    }

    [Theory]
    [InlineData("de", "Frei: 1.250", "de")]
    [InlineData("de", "The order is due and the stock is free.", "en")]
    [InlineData("en", "Wir haben noch die Bestellung und den Auftrag für die Kunden.", "de")]
    [InlineData("en", "Free: 1,250", "en")]
    public void The_language_of_a_sentence_is_the_reader_s_unless_its_words_say_otherwise(string reader, string sentence, string language)
        => Assert.Equal(language, ForeignNotation.LanguageOf(sentence, reader));

    private static SentenceVerdict Check(string language, string sentence, Evidence evidence)
        => new CitationCheck(new Dictionary<string, Evidence> { [evidence.Id] = evidence }, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), language).Check(sentence, [evidence.Id], []);
}
