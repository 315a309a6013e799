using System.Text.RegularExpressions;
using Copilot.Conversation.Grounding;

namespace Copilot.Conversation.Drafting;

/// <summary>The sentences of a letter that claim and promise nothing: greetings, thanks, requests, places to fill in. A closed list.</summary>
internal static partial class DraftTalk
{
    private const int Longest = 220;

    /// <summary>Says whether a sentence is such a one.</summary>
    /// <param name="plain">The sentence without marks.</param>
    /// <param name="writer">The name under the text.</param>
    public static bool Is(string plain, string writer)
        => plain.Length <= Longest && (plain.Equals(writer, StringComparison.OrdinalIgnoreCase)
            || (FigureReader.Read(Blank().Replace(plain, string.Empty)).Count == 0
                && (Greeting().IsMatch(plain) || Ending().IsMatch(plain) || Thanks().IsMatch(plain) || Request().IsMatch(plain) || Blank().Replace(plain, string.Empty).Trim(' ', '.', ':').Length == 0)));

    [GeneratedRegex(@"^(?:dear|hello|hi|good (?:morning|afternoon|day)|sehr geehrte\w*|guten tag|liebe[r]?|hallo|bonjour|madame|monsieur|cher|chère|estimad[oa]s?|hola|geachte|beste|gentile|egregio|buongiorno)\b[^.!?]{0,60}[,!.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(?:(?:kind|best|warm|with kind|with best) regards|regards|yours (?:sincerely|faithfully|truly)|sincerely|best wishes|many thanks|mit freundlichen grüßen|freundliche grüße|viele grüße|cordialement|bien à vous|salutations|atentamente|saludos(?: cordiales)?|met vriendelijke groet(?:en)?|cordiali saluti|distinti saluti)[,.]?(?:\s+\p{L}[\p{L} .'-]{0,40})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:thank you|thanks|many thanks|vielen dank|danke|merci|gracias|dank u|bedankt|grazie)(?: (?:for|in advance|für|im voraus|pour|de|por|voor|per|d'avance)[^.!?]{0,60})?[.!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(?:(?:could|can|would) you (?:please )?(?:confirm|tell|let us know|send|give|check|share)|please (?:confirm|let us know|tell us|send us|give us|check|contact us|share)|(?:bitte|könnten sie|können sie)[^.!?]{0,20}(?:bestätigen|teilen sie|senden|nennen|mitteilen|prüfen)|(?:pourriez-vous|merci de|veuillez)|(?:podrían?|por favor|les rogamos)|(?:kunt u|graag)|(?:potete|vi preghiamo))\b[^!]{0,160}[.?]$", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"\[to be filled in(?::[^\]]{0,80})?\]", RegexOptions.IgnoreCase)]
    private static partial Regex Blank();
}
