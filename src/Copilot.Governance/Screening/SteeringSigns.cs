using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Governance.Screening;

/// <summary>
/// Signs that a question tries to talk the copilot out of its rules. Rights never depend on this: whatever a question says, tools see what the
/// caller may see. The signs give a clear answer instead of a confused one, and take writing tools away.
/// </summary>
internal static partial class SteeringSigns
{
    public const string Refusal =
        "I work within your own rights and the company's rules, and nothing in a question can change that. Ask me for what you need, and I will look up what you may see.";

    private static readonly (string Name, bool Decisive, Regex Pattern)[] Signs =
    [
        ("ignore_rules", true, IgnoreRules()),
        ("ignore_rules_de", true, IgnoreRulesGerman()),
        ("ignore_rules_fr_es_it_nl", true, IgnoreRulesRomance()),
        ("reveal_prompt", true, RevealPrompt()),
        ("other_mode", true, OtherMode()),
        ("role_markup", true, RoleMarkup()),
        ("declared_rule", true, DeclaredRule()),
        ("claimed_rank", false, ClaimedRank()),
    ];

    public static IReadOnlyList<string> Find(string text)
    {
        var plain = Fold(text);
        return [.. Signs.Where(s => s.Pattern.IsMatch(plain)).Select(s => s.Name)];
    }

    public static bool AreDecisive(IReadOnlyList<string> names) => Signs.Any(s => s.Decisive && names.Contains(s.Name));

    /// <summary>Compatibility forms folded, invisible characters dropped, white space single: what hides a phrase from a pattern.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in SafeNormalize(text))
        {
            if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)
            {
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
            }
        }

        return Spaces().Replace(folded.ToString(), " ");
    }

    private static string SafeNormalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates can't be normalised; the text is screened as it is.
            return text;
        }
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(ignore|disregard|forget|bypass|override|drop|skip|set aside|turn off|disable)\b[^.?!]{0,40}\b(your|all|any|previous|prior|above|the|these|those|earlier|access|safety)\b[^.?!]{0,25}\b(rules?|instructions?|guidelines?|polic(y|ies)|permissions?|restrictions?|prompts?|rights|filters?|controls?|guardrails?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRules();

    [GeneratedRegex(@"\b(ignorier\w*|vergiss|missachte\w*|umgeh\w*)\b[^.?!]{0,40}\b(regeln|anweisung\w*|vorgaben|richtlinien|rechte|berechtigung\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRulesGerman();

    [GeneratedRegex(@"\b(ignor(e|ez|a|ad|are|eer)|oublie[zs]?|olvida\w*|dimentica\w*|negeer|vergeet)\b[^.?!]{0,40}\b(règles|regles|instructions|consignes|reglas|instrucciones|regole|istruzioni|regels|instructies|droits|derechos|permisos)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRulesRomance();

    [GeneratedRegex(@"\b(reveal|show|print|repeat|output|display|tell me|what is|what are|dump)\b[^.?!]{0,30}\b(system|hidden|initial|developer|secret)\b[^.?!]{0,12}\b(prompts?|instructions?|message|password|key|token)\b", RegexOptions.CultureInvariant)]
    private static partial Regex RevealPrompt();

    [GeneratedRegex(@"\b(developer|debug|god|admin|root|jailbreak|dan|unrestricted)\s+mode\b|\bdo anything now\b|\bpretend (that )?you (are|have) (no|an? (admin|unrestricted)|not)\b|\b(act|behave|answer|respond) as (if|though) (you (are|were|had)|i (am|was|were|had)) (an? )?(admin\w*|root|superuser|unrestricted|no (rules|restrictions|limits))\b|\byou are now\b[^.?!]{0,30}\b(unrestricted|free|admin|dan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMode();

    [GeneratedRegex(@"<\|?(im_start|im_end|system|endoftext)\|?>|\[/?inst\]|^\s*(system|assistant)\s*:|###\s*(system|instruction)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex RoleMarkup();

    [GeneratedRegex(@"\b(new|updated|changed|revised) (company |security |access )?(policy|policies|rules?|instructions?)\s*[:=]|\b(from now on|as of now|starting now)\b[^.?!]{0,20}\b(you (may|can|must|will|are)|(sales reps?|everyone|everybody|all users?) (may|can))\b", RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredRule();

    [GeneratedRegex(@"\b(i am|i'm|this is|as) (the |your |an? )?(administrator|admin|ceo|cfo|owner|developer|auditor)\b|\b(on behalf of|log me in as|switch (me )?to|act as|impersonate)\b[^.?!]{0,20}\b(accountant|accounting|admin|manager|cfo|ceo|auditor)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ClaimedRank();
}
