using System.Text.RegularExpressions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Streaming;

/// <summary>
/// Words that state an action, a promise or a judgement. Figures can be compared; such words can't, so each must stand in the evidence in one of its
/// languages, and what is said in the first person is never evidence.
/// </summary>
internal static partial class WeightyWords
{
    private static readonly (string Word, Regex Pattern)[] Groups =
    [
        ("cancel", Cancel()), ("refund", Refund()), ("guarantee", Guarantee()), ("approve", Approve()), ("reject", Reject()), ("credit note", CreditNote()), ("discount", Discount()),
        ("free of charge", Free()), ("compensate", Compensate()), ("insolvent", Insolvent()), ("fraud", Fraud()), ("legal action", Legal()), ("terminate", Terminate()), ("recall", Recall()),
    ];

    /// <summary>Finds the first such word of a sentence that the evidence does not hold, or null.</summary>
    /// <param name="plain">The sentence.</param>
    /// <param name="evidence">The text of what it cites, folded; the patterns are written without accents too.</param>
    public static string? Unheld(string plain, string evidence)
    {
        var folded = Folding.Fold(plain);
        return Pledge().Match(folded) is { Success: true } pledge && !evidence.Contains(pledge.Value, StringComparison.Ordinal) ? pledge.Value
            : Deed().Match(folded) is { Success: true } deed ? deed.Value
            : Groups.Where(g => g.Pattern.IsMatch(folded) && !g.Pattern.IsMatch(evidence)).Select(g => g.Word).FirstOrDefault();
    }

    [GeneratedRegex(@"\bcancel|\bstornier|\bstorno|\bannul|\bannuleer|\bcancelad", RegexOptions.IgnoreCase)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"\brefund|\breimburs|\bmoney back|\berstatt|\brembours|\breembols|\bterugbetaal|\brimbors", RegexOptions.IgnoreCase)]
    private static partial Regex Refund();

    [GeneratedRegex(@"\bguarant|\bwarrant|\bgarant", RegexOptions.IgnoreCase)]
    private static partial Regex Guarantee();

    [GeneratedRegex(@"\bapprov|\bgenehmig|\bapprouv|\baprob|\bgoedgekeur|\bgoedkeur|\bapprovat", RegexOptions.IgnoreCase)]
    private static partial Regex Approve();

    [GeneratedRegex(@"\breject|\brefus|\babgelehnt|\bablehn|\brechaz|\bafgewezen|\bafwijz|\brifiut", RegexOptions.IgnoreCase)]
    private static partial Regex Reject();

    [GeneratedRegex(@"\bcredit note|\bcredit memo|\bgutschrift|\bavoir\b|\bnota de credito|\bcreditnota|\bnota di credito", RegexOptions.IgnoreCase)]
    private static partial Regex CreditNote();

    [GeneratedRegex(@"\bdiscount|\brebate|\brabatt|\bskonto|\bremise\b|\bdescuento|\bkorting|\bsconto", RegexOptions.IgnoreCase)]
    private static partial Regex Discount();

    [GeneratedRegex(@"\bfree of charge|\bat no cost|\bfor free\b|\bwaive|\bkostenlos|\bkostenfrei|\bgratis|\bgratuit|\bgratuito", RegexOptions.IgnoreCase)]
    private static partial Regex Free();

    [GeneratedRegex(@"\bcompensat|\bentschadig|\bschadenersatz|\bindemni|\bcompensa|\bschadevergoed|\brisarc", RegexOptions.IgnoreCase)]
    private static partial Regex Compensate();

    [GeneratedRegex(@"\binsolv|\bbankrupt|\bkonkurs|\bfaillite|\bfailliss|\bquiebra|\bfalliment", RegexOptions.IgnoreCase)]
    private static partial Regex Insolvent();

    [GeneratedRegex(@"\bfraud|\bbetrug|\bbetrug|\bfraude|\bfrode", RegexOptions.IgnoreCase)]
    private static partial Regex Fraud();

    [GeneratedRegex(@"\blawsuit|\blegal action|\bsue[sd]?\b|\bklage\b|\bverklag|\bproces|\bdemanda judicial|\brechtszaak", RegexOptions.IgnoreCase)]
    private static partial Regex Legal();

    [GeneratedRegex(@"\bterminat|\bkundig|\bgekundigt|\bresili|\brescind|\bopgezegd|\bopzeg|\brescis", RegexOptions.IgnoreCase)]
    private static partial Regex Terminate();

    [GeneratedRegex(@"\brecall|\bruckruf|\brappel de produit|\bterugroep|\bretirada del mercado", RegexOptions.IgnoreCase)]
    private static partial Regex Recall();

    [GeneratedRegex(@"\b(?:we|i)(?: will|'ll|'ll| shall| promise| guarantee| commit| undertake)\b|\b(?:wir werden|wir versprechen|wir garantieren|nous allons|nous promettons|nous nous engageons|vamos a|prometemos|wij zullen|we zullen|wij beloven|promettiamo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pledge();

    [GeneratedRegex(@"\b(?:i|we)(?:'ve|'ve| have)?(?: just| now| already| successfully)? (?:cancell?ed|sent|e-?mailed|updated|changed|created|deleted|removed|approved|rejected|confirmed|reserved|released|blocked|booked|ordered|placed|paid|refunded|credited|moved|scheduled|rescheduled|shipped|notified|informed|contacted|executed|transferred|submitted|granted|disabled|posted)\b|\bich habe\b[^.]*\b(?:storniert|gesendet|geschickt|geandert|erstellt|geloscht|freigegeben|bestatigt|bestellt|bezahlt|gebucht)\b|\bj'ai (?:annule|envoye|modifie|cree|supprime|approuve|confirme|commande|paye)\b|\bhe (?:cancelado|enviado|cambiado|creado|borrado|aprobado|confirmado|pedido|pagado)\b|\bik heb\b[^.]*\b(?:geannuleerd|verzonden|gewijzigd|verwijderd|goedgekeurd|bevestigd|besteld|betaald)\b|\bho (?:annullato|inviato|modificato|creato|cancellato|approvato|confermato|ordinato|pagato)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Deed();
}
