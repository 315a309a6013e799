using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Drafting;

/// <summary>Recognises that a text for somebody is wanted: "draft a reply to the customer about S00042".</summary>
internal static partial class DraftRequest
{
    /// <summary>Gets the kind of draft that a question asks for; null for none.</summary>
    /// <param name="question">The question as typed.</param>
    /// <param name="plan">How the rules read it.</param>
    public static DraftKind? Of(string question, Plan plan) => Of(question, plan.Memo.Things.Select(t => t.Kind).ToList());

    /// <summary>Gets the kind of draft that a question asks for; null for none.</summary>
    /// <param name="question">The question as typed.</param>
    /// <param name="mentioned">The kinds of things it mentions.</param>
    public static DraftKind? Of(string question, IReadOnlyList<SlotKind> mentioned)
    {
        var folded = Folding.Fold(question);
        var wish = Wish().Match(folded);
        if (!wish.Success)
        {
            // "Tell Castellan that …" is said of whoever is outside; colleagues are told by notes and to-dos.
            return !Tell().IsMatch(folded) ? null
                : mentioned.Contains(SlotKind.Customer) ? DraftKind.CustomerReply
                : mentioned.Contains(SlotKind.Supplier) ? DraftKind.SupplierFollowUp : null;
        }

        return Inside().IsMatch(wish.Groups["what"].Value) ? DraftKind.Note
            : Supplier().IsMatch(folded) ? DraftKind.SupplierFollowUp
            : Customer().IsMatch(folded) ? DraftKind.CustomerReply
            : mentioned.Contains(SlotKind.Supplier) || mentioned.Contains(SlotKind.PurchaseOrder) ? DraftKind.SupplierFollowUp
            : DraftKind.CustomerReply;
    }

    /// <summary>Writes the question without the wish for a draft, so that the rules look up what it is about.</summary>
    public static string Matter(string question, DraftKind kind)
    {
        var folded = Folding.Fold(question);
        var wish = Wish().Match(folded) is { Success: true } written ? written : Tell().Match(folded);
        var rest = question[(wish.Index + wish.Length)..];
        rest = Addressee().Replace(rest, string.Empty).Trim(' ', '.', ',', ':', ';', '!', '?');
        if (rest.Length == 0)
        {
            rest = question;
        }

        if (kind == DraftKind.CustomerReply && !rest.Any(char.IsAsciiDigit) && Delay().Match(Folding.Fold(rest)) is { Success: true } delay)
        {
            var whom = delay.Index == 0 ? string.Empty : $" of {rest[..delay.Index].Trim(' ', ',')}";
            return $"which orders{whom} are late?";
        }

        if (kind == DraftKind.CustomerReply && Late().IsMatch(Folding.Fold(rest)) && Code().Matches(rest).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } codes)
        {
            // A customer is told how the order stands, and not how likely we think it is to be late.
            return $"what is the status of {string.Join(" and ", codes)}?";
        }

        return kind switch
        {
            DraftKind.CustomerReply when Reminder().IsMatch(wish.Value) && Debtor().IsMatch(rest) => "which customer owes us most overdue?",
            DraftKind.SupplierFollowUp when !Matters().IsMatch(rest) => $"which receipts from {rest} are late?",
            DraftKind.CustomerReply when Reminder().IsMatch(wish.Value) && !Matters().IsMatch(rest) => $"which invoices of {rest} are overdue?",
            _ when !Matters().IsMatch(rest) => $"what is the status of {rest}?",
            _ => rest,
        };
    }

    [GeneratedRegex(@"^\W*(?:(?:hi|hello|hey|please|kindly|can you|could you|would you|i need(?: you to)?|help me(?: to)?|let's|bitte|kannst du|konnen sie|peux-tu|pouvez-vous|s'il vous plait|puedes|por favor|kun je|kunt u|puoi)[ ,]+)*(?:draft|write|send(?! (?:me|us)\b)(?=[^?0-9]*$)(?=(?:\W+[\w'-]+){0,5}?\W+(?:reminder|chaser|dunning))|compose|prepare|formulate|word|entwirf|schreibe?n?(?: sie)?|formulier\w*|verfasse?n?|redige[rz]?|ecri[sv]\w*|prepare[rz]?|redacta|escribe|prepara|schrijf|stel|scrivi|redigi)\b(?<what>(?:\W+[\w'-]+){0,4}?\W+(?:reply|answer|response|e-?mail|mail|message|letter|apolog(?:y|ies)|excuse|follow[- ]?up|reminder|chaser|note|summary|memo|antwort|nachricht|schreiben|brief|entschuldigung|erinnerung|notiz|zusammenfassung|reponse|courriel|lettre|excuses?|relance|resume|respuesta|correo|mensaje|carta|disculpas?|nota|resumen|antwoord|bericht|excuus|excuses|herinnering|notitie|samenvatting|risposta|messaggio|lettera|scuse|sollecito|riassunto))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();

    /// <summary>"Tell Castellan that …", "inform the customer about …": what is to be said, without a word for the letter. What is told to us is a question.</summary>
    [GeneratedRegex(@"^\W*(?:(?:please|kindly|can you|could you|would you|i need to|i want to|we need to|we have to|help me(?: to)?|let's|bitte)[ ,]+)*(?:tell|inform|notify|warn|apologi[sz]e to|let(?=\b[^?]{1,60}\bknow\b)|informier\w*|benachrichtig\w*|informez?|previen\w*|informa|avisa|informeer|avvisa)\b(?! (?:me|us|mich|uns|nous|moi|mij|ons)\b)(?=[^?]{1,80}\b(?:that|about|of|why|when|because|for|know|their|dass|uber|que|sobre|dat|over|che|su)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Tell();

    /// <summary>What customers are reminded of is payment.</summary>
    [GeneratedRegex(@"\b(?:reminder|chaser|dunning|erinnerung|mahnung|relance|recordatorio|herinnering|sollecito)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reminder();

    /// <summary>"… telling them about the delay": what a customer is told of it are the orders that are late.</summary>
    [GeneratedRegex(@"\W*\b(?:(?:telling|informing|warning|notifying|explaining|to (?:tell|inform|warn|notify|explain)|that (?:tells|informs|warns|explains))\b(?: (?:it|to))?(?: (?:them|him|her))? ?)?(?:(?:about|of|on|regarding|concerning|because of|for|that|explaining|wegen|uber|zu|sur|a propos du|pour|sobre|por|over|wegens|su|per) )?(?:(?:the|their|his|her|our|this|that|der|die|den|dem|le|la|leur|el|su|de|hun|il|loro) )?(?:delays?|(?:delayed|late|overdue|missed) (?:orders?|deliver(?:y|ies)|shipments?)|(?:orders?|deliver(?:y|ies)|shipments?|goods) (?:is|are|was|were|will be|has been|have been) (?:late|delayed|overdue)|verspatung(?:en)?|verzogerung(?:en)?|retards?|retrasos?|vertraging(?:en)?|ritard[oi])\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\b(?:late|later|delay(?:s|ed)?|overdue|verspat\w*|verzoger\w*|retard\w*|retras\w*|vertra\w*|ritard\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Late();

    [GeneratedRegex(@"(?<![\w/-])(?:[A-Za-z]{1,5}[-/]?)+\d{3,}(?![\w/-])")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:worst|biggest|largest|slowest|top|main) (?:late )?(?:payers?|debtors?)\b|\bowes? (?:us )?(?:the )?most\b", RegexOptions.IgnoreCase)]
    private static partial Regex Debtor();

    [GeneratedRegex(@"\b(?:note|summary|memo|notiz|zusammenfassung|resume|nota|resumen|notitie|samenvatting|riassunto)$", RegexOptions.IgnoreCase)]
    private static partial Regex Inside();

    [GeneratedRegex(@"\b(?:suppliers?|vendors?|lieferant\w*|fournisseurs?|proveedor\w*|leverancier\w*|fornitor\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Supplier();

    [GeneratedRegex(@"\b(?:customers?|clients?|kunde\w*|clientes?|klant\w*|reply|antwort|reponse|respuesta|antwoord|risposta)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Customer();

    [GeneratedRegex(@"^\W*(?:(?:to|for|an|fur|a|au|pour|para|al|aan|voor|per)\W+)?(?:(?:the|our|my|this|that|den|die|unseren?|le|la|notre|el|nuestro|de|onze|il|nostro)\W+)?(?:customer|client|supplier|vendor|colleagues?|team|kunden?|lieferanten?|fournisseur|proveedor|klant|leverancier|fornitore|cliente)?\W*(?:(?:about|on|regarding|concerning|over|uber|zu|zum|sur|sobre|su)\W+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"\b(?:status|late|overdue|open|stock|invoices?|receipts?|return|returns|policy|deliver|delivery|owe|owes|why|when|where|how|which|what|risk|substitutes?|available|availability)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Matters();
}
