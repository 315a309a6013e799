using System.Buffers;

namespace Copilot.Governance.Masking.Numbers;

/// <summary>The words, in the languages of the trade, that announce what a number is.</summary>
internal static class NumberWords
{
    public static SearchValues<string> Phone { get; } = SearchValues.Create(
        [
            "tel.", "tel:", "tel ", "tél", "phone", "telefon", "telephone", "teléfono", "telefono", "telefoon", "téléphone", "telefax", "fax", "mobile", "mobil", "móvil", "cell", "cellulare", "portable", "gsm",
            "handy", "call ", "call me", "rufen sie", "anruf", "rückruf", "appelez", "joindre au", "llame", "chiama", "bel ", "whatsapp", "hotline", "switchboard", "extension", "durchwahl", "ring ", "puhelin", "komórk", "dzwoń",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static SearchValues<string> Code { get; } = SearchValues.Create(
        [
            "article", "artikel", "artículo", "articolo", "part ", "part-", "item", "sku", "ean", "gtin", "barcode", "bar code", "strichcode", "lot", "batch", "charge", "serial", "serie", "order", "bestell", "auftrag", "commande",
            "pedido", "ordine", "invoice", "rechnung", "facture", "factura", "fattura", "tracking", "sendung", "parcel", "waybill", "reference", "référence", "ref.", "ref:", "po ", "po:", "sscc", "delivery", "material", "mat.-nr", "cas ",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static SearchValues<string> Tax { get; } = SearchValues.Create(
        [
            "vat", "ust-id", "ust.-id", "ustid", "umsatzsteuer", "steuernummer", "steuer-nr", "steuernr", "st.-nr", "stnr", "tva", "btw", "p.iva", "p. iva", "partita iva", "n.i.f", "nif", "cif", "nip", "siren", "siret", "mwst", "uid",
            "tax id", "tax no", "tax number", "tax reg", "taxpayer", "tin:", "tin ", "ein:", "ein ", "utr", "momsnr", "moms", "mva", "alv", "dič", "dic:", "ičo", "adószám", "cui", "ΑΦΜ", "afm", "kmkr", "pvn", "pvm", "oib", "организац", "инн",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static SearchValues<string> Person { get; } = SearchValues.Create(
        [
            "ssn", "social security", "sozialversicherung", "sv-nummer", "svnr", "ahv", "avs", "steuer-id", "steueridentifikation", "idnr", "identifikationsnummer", "bsn", "burgerservice", "sofinummer", "rijksregister",
            "registre national", "numéro national", "national number", "personnummer", "personnr", "cpr", "fødselsnummer", "fodselsnummer", "henkilötunnus", "hetu", "pesel", "contribuinte", "dni", "nie", "codice fiscale", "cod. fisc", "c.f.",
            "sécurité sociale", "securite sociale", "numéro de sécu", "nir", "insee", "national insurance", "ni number", "ni no", "nino", "id card", "identity", "ausweis", "passport", "id number", "personal number", "personal id",
        ],
        StringComparison.OrdinalIgnoreCase);
}
