using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>How a document writes dates: whether 03/04 is in March or in April, by the evidence of its other dates.</summary>
/// <param name="MonthFirst">The month comes first; null when the document does not tell.</param>
/// <param name="Usual">What is taken then.</param>
internal sealed partial record DateStyle(bool? MonthFirst, bool Usual)
{
    // A date that could be two days is the right one of them about this often.
    private const double Doubtful = 0.6;

    // Where people write in these languages the day comes first, with few exceptions; a person who types such a date is still asked.
    private const double Customary = 0.89;
    private const int EnoughWords = 3;

    private static readonly FrozenSet<string> DayFirstWords =
        ("rechnung rechnungsnummer rechnungsdatum lieferschein bestellung bestellnummer betrag menge datum mwst ust bezeichnung gutschrift einzelpreis summe "
        + "facture livraison montant designation tva echeance commande quantite unitaire avoir ttc reglement "
        + "factura fecha importe cantidad pedido iva vencimiento albaran descripcion proveedor imponible entrega "
        + "fattura importo quantita ordine imponibile scadenza consegna descrizione fornitore trasporto pagamento "
        + "factuur factuurnummer factuurdatum bedrag aantal btw omschrijving bestelling pakbon vervaldatum totaal leverancier").Split(' ').ToFrozenSet();

    private static readonly string[][] Months =
    [
        ["jan", "januar", "janner", "january", "janvier", "janv", "enero", "ene", "januari", "gennaio", "gen"],
        ["feb", "feber", "februar", "february", "fevrier", "fevr", "fev", "febrero", "februari", "febbraio"],
        ["mar", "marz", "maerz", "march", "mars", "marzo", "maart", "mrt", "mrz"],
        ["apr", "april", "avril", "avr", "abril", "abr", "aprile"],
        ["may", "mai", "mayo", "mei", "maggio", "mag"],
        ["jun", "juni", "june", "juin", "junio", "giugno", "giu"],
        ["jul", "juli", "july", "juillet", "juil", "julio", "luglio", "lug"],
        ["aug", "august", "aout", "agosto", "ago", "augustus"],
        ["sep", "sept", "september", "septembre", "septiembre", "settembre", "set"],
        ["oct", "okt", "october", "oktober", "octobre", "octubre", "ottobre", "ott"],
        ["nov", "november", "novembre", "noviembre"],
        ["dec", "dez", "december", "dezember", "decembre", "diciembre", "dic", "dicembre"],
    ];

    /// <summary>Gets how sure a date is that may be two days and of which no other date tells.</summary>
    public double UsualSure { get; init; } = Doubtful;

    /// <summary>Learns it from a document's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="american">The document looks American, where the month comes first.</param>
    /// <param name="sure">It says so by addresses, not only by its currency.</param>
    public static DateStyle Of(string text, bool american, bool sure = false)
    {
        var (month, day) = (0, 0);
        foreach (Match found in Figures().Matches(text))
        {
            var (a, b) = (int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(found.Groups[3].ValueSpan, CultureInfo.InvariantCulture));
            month += found.Groups[2].Value != "." && b is > 12 and <= 31 && a <= 12 ? 1 : 0;
            day += found.Groups[2].Value != "." && a is > 12 and <= 31 && b <= 12 ? 1 : 0;
        }

        var isCustomary = american ? sure : Folding.Tokens(text).Where(DayFirstWords.Contains).Distinct().Take(EnoughWords).Count() == EnoughWords;
        return new DateStyle(month > day ? true : day > month ? false : null, american) { UsualSure = isCustomary ? Customary : Doubtful };
    }

    /// <summary>Finds the first date in a text.</summary>
    /// <returns>The day as ISO 8601, how sure it is, and where it stands; null when there is none.</returns>
    public (string Iso, double Sure, int At)? First(string text)
    {
        (string, double, int)? best = null;
        void Offer(int year, int month, int day, double sure, int at)
        {
            year += year < 100 ? 2000 : 0;
            if (year is >= 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && (best is null || at < best.Value.Item3))
            {
                best = (new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), sure, at);
            }
        }

        foreach (Match iso in Iso().Matches(text))
        {
            Offer(Number(iso, 1), Number(iso, 2), Number(iso, 3), 1, iso.Index);
        }

        foreach (Match found in Figures().Matches(text))
        {
            var (a, b, year) = (Number(found, 1), Number(found, 3), Number(found, 4));
            var isDots = found.Groups[2].Value == ".";
            var monthFirst = a <= 12 && (b > 12 || (!isDots && (MonthFirst ?? Usual)));
            var sure = isDots || a > 12 || b > 12 || a == b ? 1 : MonthFirst is null ? UsualSure : 0.97;
            Offer(year, monthFirst ? a : b, monthFirst ? b : a, sure, found.Index);
        }

        foreach (Match found in DayFirst().Matches(text))
        {
            Offer(Number(found, 3), Month(found.Groups[2].Value), Number(found, 1), 1, found.Index);
        }

        foreach (Match found in MonthWord().Matches(text))
        {
            Offer(Number(found, 3), Month(found.Groups[1].Value), Number(found, 2), 1, found.Index);
        }

        return best;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Month(string word)
    {
        var folded = Folding.Of(word);
        return Array.FindIndex(Months, m => m.Contains(folded)) + 1;
    }

    [GeneratedRegex(@"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d.,/-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s/-]*(?:de\s+)?(\p{L}{3,10})\.?[\s,/-]*(?:de\s+|del\s+)?(\d{4}|\d{2})(?!\d)")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")]
    private static partial Regex MonthWord();
}
