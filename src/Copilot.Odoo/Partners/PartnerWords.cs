using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Partners;

/// <summary>What can be asked of a customer or supplier, and the words that ask for it.</summary>
internal static class PartnerWords
{
    // Contacts are called so in the language of their company; beginnings of words, without accents.
    private static readonly Dictionary<string, string[]> Jobs = new()
    {
        ["purchasing"] = ["buyer", "purchas", "procure", "sourcing", "einkauf", "einkaufer", "achat", "achet", "compra", "inkoop", "acquist"],
        ["accounting"] = ["accounts", "accounting", "accountant", "payable", "receivable", "invoic", "billing", "finance", "buchhalt", "rechnung", "compta", "factur", "contab", "fattur", "boekhoud", "crediteur", "kreditor", "debitor", "amministraz"],
        ["logistics"] = ["warehouse", "logist", "shipping", "dispatch", "goods", "receiving", "inbound", "outbound", "deliver", "lager", "versand", "expedition", "entrepot", "almacen", "magazijn", "magazz", "verzend", "spedizion", "supply"],
        ["sales"] = ["sales", "account manager", "key account", "customer service", "vertrieb", "verkauf", "kundendienst", "kundenservice", "commercial", "vente", "ventas", "verkoop", "klantenservice", "vendit"],
        ["quality"] = ["quality", "qualitat", "qualite", "calidad", "kwaliteit", "qualita"],
        ["management"] = ["managing", "director", "owner", "ceo", "president", "geschaftsfuhr", "directeur", "gerant", "gerente", "direttore", "titolare", "bestuurder"],
    };

    private static readonly Dictionary<string, string> Languages = new()
    {
        ["en"] = "English", ["de"] = "German", ["fr"] = "French", ["es"] = "Spanish", ["nl"] = "Dutch", ["it"] = "Italian", ["pt"] = "Portuguese", ["pl"] = "Polish", ["cs"] = "Czech", ["sk"] = "Slovak", ["sv"] = "Swedish", ["da"] = "Danish",
        ["nb"] = "Norwegian", ["fi"] = "Finnish", ["et"] = "Estonian", ["lv"] = "Latvian", ["lt"] = "Lithuanian", ["hu"] = "Hungarian", ["ro"] = "Romanian", ["zh"] = "Chinese", ["ja"] = "Japanese", ["tr"] = "Turkish", ["el"] = "Greek",
    };

    private static readonly ToolParameter Choices = Parameters.Choice(
        "show",
        "What is asked, one or several: all (default), reference (customer or supplier number), phone, email, contacts (persons), address, delivery_address, invoice_address, responsible (our salesperson or buyer), terms, price_list, credit_limit, tax_number, language, website, since (when).",
        ("all", ["master data", "details", "everything kept", "everything we have on file", "on file", "record card", "business card", "stammdaten"]),
        ("reference", ["customer number", "supplier number", "vendor number", "account number", "customer code", "supplier code", "our reference", "kundennummer", "lieferantennummer", "numero client", "numero de cliente", "klantnummer", "codice cliente"]),
        ("phone", ["phone", "phones", "tel", "telephone", "telephon", "mobile", "phone number", "telephone number", "number to call", "call", "ring", "reach", "telefon", "telefonnummer", "numero de telephone", "telefono", "telefoonnummer", "nummer von", "numero di telefono"]),
        ("email", ["email", "e-mail", "mail", "emails", "mail address", "email address", "e-mail address", "write to", "mailadresse", "e-mail-adresse", "adresse mail", "adresse e-mail", "correo", "correo electronico", "mailadres", "indirizzo email", "indirizzo e-mail"]),
        ("contacts", ["contact", "contacts", "contact details", "contact data", "contact person", "contact persons", "contact people", "who works at", "people at", "who do i speak to", "who do we speak to", "who should i speak to", "who do i talk to", "who do we talk to", "who should i talk to", "who do we call", "who do i call", "whom do i call", "whom do i ring", "who do i ring", "whom do we ring", "who should i call", "who can i call", "whom do we call", "ansprechpartner", "ansprechpartnerin", "interlocuteur", "persona de contacto", "contactpersoon", "contactpersonen", "referente"]),
        ("address", ["address", "addresses", "adress", "street", "postcode", "post code", "zip", "where is", "where are", "based", "located", "city", "country", "head office", "headquarters", "seat", "adresse", "anschrift", "direccion", "adres", "indirizzo", "ou se trouve", "wo sitzt", "sitz"]),
        ("delivery_address", ["delivery address", "delivery addresses", "shipping address", "shipping addresses", "ship to", "ship-to", "ship to address", "deliver to", "goods go to", "send the goods", "do we ship", "do we deliver", "we ship to", "we deliver to", "should we ship", "should we deliver", "delivered to", "shipped to", "unloading", "unload", "lieferadresse", "lieferanschrift", "adresse de livraison", "direccion de entrega", "leveringsadres", "afleveradres", "indirizzo di consegna"]),
        ("invoice_address", ["invoice address", "invoice addresses", "billing address", "bill to", "bill-to", "invoices go to", "send the invoice", "send the invoices", "send our invoices", "send invoices", "send their invoices", "rechnungsadresse", "rechnungsanschrift", "adresse de facturation", "direccion de facturacion", "factuuradres", "indirizzo di fatturazione"]),
        ("responsible", ["account manager", "our account manager", "salesperson", "sales person", "sales rep", "sales representative", "our salesperson", "looks after", "look after", "looking after", "responsible for", "in charge of", "takes care of", "our buyer", "buyer for", "purchaser for", "who buys from", "on our side", "at our place", "betreut", "kummert sich", "zustandig", "s occupe", "suit le client", "lleva la cuenta", "comercial asignado", "beheert", "accountmanager", "si occupa", "segue il cliente"]),
        ("terms", ["terms", "payment terms", "payment term", "conditions", "terms in odoo", "days to pay", "zahlungsbedingungen", "zahlungsziel", "conditions de paiement", "condiciones de pago", "betalingscondities", "betaaltermijn", "condizioni di pagamento"]),
        ("price_list", ["price list", "pricelist", "price lists", "preisliste", "liste de prix", "tarif", "lista de precios", "tarifa", "prijslijst", "listino"]),
        ("credit_limit", ["credit limit", "credit line", "kreditlimit", "limite de credit", "limite de credito", "kredietlimiet", "fido"]),
        ("tax_number", ["vat", "vat number", "vat id", "tax number", "tax id", "ust-id", "ust id", "ustid", "umsatzsteuer-id", "steuernummer", "numero de tva", "tva", "nif", "cif", "btw-nummer", "btw nummer", "btw", "partita iva", "p iva"]),
        ("language", ["language", "which language", "what language", "speak", "sprache", "langue", "idioma", "taal", "lingua"]),
        ("website", ["website", "web site", "homepage", "home page", "web page", "webseite", "site web", "site internet", "pagina web", "sito"]),
        ("since", ["since", "since when", "how long", "customer since", "supplier since", "first order", "first ordered", "seit wann", "depuis quand", "desde cuando", "sinds wanneer", "da quando"]));

    public static ToolParameter Show { get; } = Choices with { Type = ParameterType.TextList };

    public static ToolParameter Role { get; } = Parameters.Choice(
        "role",
        "Which of their people: purchasing (who buys there), accounting (invoices, payments), logistics (deliveries, warehouse), sales, quality, management.",
        ("purchasing", ["buyer", "the buyer", "buyers", "purchaser", "purchasing", "procurement", "who buys there", "einkaufer", "einkauf", "acheteur", "acheteuse", "achats", "comprador", "compradora", "compras", "inkoper", "inkoop", "ufficio acquisti", "acquisti"]),
        ("accounting", ["for invoices", "invoices", "the invoice", "about the invoice", "accounts payable", "accounts receivable", "accounting", "accountant", "accounts", "bookkeeping", "billing", "payments", "payment reminder", "dunning", "buchhaltung", "rechnungen", "comptabilite", "contabilidad", "boekhouding", "contabilita"]),
        ("logistics", ["warehouse", "logistics", "goods in", "goods-in", "goods inward", "shipping", "dispatch", "the delivery", "deliveries", "a late delivery", "late delivery", "late order", "the late order", "late shipment", "shipment", "delay", "lager", "logistik", "versand", "logistique", "logistica", "magazijn", "magazzino", "dock"]),
        ("sales", ["sales", "salesman at", "account manager at", "key account", "customer service", "about the order", "about an order", "about prices", "vertrieb", "verkauf", "service commercial", "ventas", "verkoop", "vendite"]),
        ("quality", ["quality", "complaint", "complaints", "certificates", "qualitat", "qualite", "calidad", "kwaliteit", "qualita"]),
        ("management", ["managing director", "director", "owner", "boss", "ceo", "management", "geschaftsfuhrer", "geschaftsfuhrung", "directeur", "gerente", "titolare"]));

    /// <summary>What a role is about, behind "for".</summary>
    public static string About(string role) => role switch
    {
        "purchasing" => "purchasing",
        "accounting" => "invoices and payments",
        "logistics" => "deliveries",
        "sales" => "orders",
        "quality" => "quality",
        _ => "the management",
    };

    /// <summary>
    /// What is shown, in the order asked: a job alone asks for persons, who has another job than our own people have is a person there, a line about a person holds telephone and e-mail, and where goods or invoices go is asked, the
    /// seat is not. Null when something was asked that there is not.
    /// </summary>
    public static IReadOnlyList<string>? Meant(IReadOnlyList<string> said, string? role, bool isSupplier)
    {
        var shows = said.Select(s => Show.Choices.Keys.FirstOrDefault(k => k.Equals(s, StringComparison.OrdinalIgnoreCase))).Distinct().ToList();
        if (shows.Contains(null))
        {
            return null;
        }

        bool Has(string show) => shows.Contains(show);

        // "Our salesperson for them", "our buyer for them"; every other job that looks after something is one of theirs.
        var ours = isSupplier ? "purchasing" : "sales";
        var kept = shows.OfType<string>().Select(s => s == "responsible" && role is not null && role != ours ? "contacts" : s)
            .Where(s => s switch
            {
                "all" => shows.Count == 1 && role is null,
                "phone" or "email" => !Has("contacts"),
                "address" => !Has("delivery_address") && !Has("invoice_address"),
                _ => true,
            })
            .Distinct().ToList();
        return kept.Count > 0 ? kept : [role is null ? "all" : "contacts"];
    }

    /// <summary>Whether a job is one of a role's.</summary>
    public static bool Fits(string role, string? job) => Place(role, job) < int.MaxValue;

    /// <summary>How well a job fits a role: 0 for the word people use first ("buyer"), more for the others, <see cref="int.MaxValue"/> for none.</summary>
    public static int Place(string role, string? job)
    {
        var folded = " " + NameMatch.Fold(job ?? string.Empty);
        var at = Jobs.TryGetValue(role, out var beginnings) ? Array.FindIndex(beginnings, b => folded.Contains(" " + b, StringComparison.Ordinal) || (b.Length > 4 && folded.Contains(b, StringComparison.Ordinal))) : -1;
        return at < 0 ? int.MaxValue : at;
    }

    /// <summary><c>de_DE</c> as people call it.</summary>
    public static string Language(string code) => Languages.TryGetValue(code.Split('_', '@')[0], out var name) ? name : Phrase.Clean(code, 20);
}
