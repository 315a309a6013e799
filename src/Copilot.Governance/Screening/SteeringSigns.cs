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

    public const string NothingChanged =
        "Part of this question reads like an attempt to steer the copilot, so nothing is changed in this turn. Ask for the change again in plain words.";

    private const string Hidden = "hidden_instruction";

    private static readonly (string Name, bool Decisive, Regex Pattern)[] Signs =
    [
        ("ignore_rules", true, IgnoreRules()),
        ("ignore_rules_de", true, IgnoreRulesGerman()),
        ("ignore_rules_fr_es_it_nl", true, IgnoreRulesRomance()),
        ("ignore_rules_other", true, IgnoreRulesOther()),
        ("ignore_above", true, IgnoreAbove()),
        ("reveal_prompt", true, RevealPrompt()),
        ("other_mode", true, OtherMode()),
        ("role_markup", true, RoleMarkup()),
        ("declared_rule", true, DeclaredRule()),
        ("claimed_rank", false, ClaimedRank()),
        ("active_content", false, ActiveContent()),
        ("without_asking", false, WithoutAsking()),
    ];

    /// <summary>The names of the signs in a text.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        List<string> found = [.. In(PlainForm.Of(text))];
        if (PlainForm.HidesText(text) || HiddenInstructions.Readings(text).Any(r => In(PlainForm.Of(r)).Any()))
        {
            found.Add(Hidden);
        }

        return found;
    }

    /// <summary>The names of the signs in a text that is in plain form already.</summary>
    public static IEnumerable<string> In(string plain) => Signs.Where(s => s.Pattern.IsMatch(plain)).Select(s => s.Name);

    /// <summary>The pattern of a sign.</summary>
    public static Regex PatternOf(string name) => Signs.First(s => s.Name == name).Pattern;

    public static bool AreDecisive(IReadOnlyList<string> names) => names.Contains(Hidden) || Signs.Any(s => s.Decisive && names.Contains(s.Name));

    [GeneratedRegex(@"\b(ignore|disregard|forget|bypass|override|drop|skip|set aside|turn off|disable)\b[^.?!]{0,40}\b(your|all|any|previous|prior|above|the|these|those|earlier|access|safety)\b[^.?!]{0,25}\b(rules?|instructions?|guidelines?|polic(y|ies)|permissions?|restrictions?|prompts?|rights|filters?|controls?|guardrails?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRules();

    [GeneratedRegex(@"\b(ignorier\w*|vergiss|missachte\w*|umgeh\w*)\b[^.?!]{0,40}\b(regeln|anweisung\w*|vorgaben|richtlinien|rechte|berechtigung\w*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRulesGerman();

    [GeneratedRegex(@"\b(ignor(e|ez|a|ad|are|eer)|oublie[zs]?|olvida\w*|dimentica\w*|negeer|vergeet)\b[^.?!]{0,40}\b(règles|regles|instructions|consignes|reglas|instrucciones|regole|istruzioni|regels|instructies|droits|derechos|permisos)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRulesRomance();

    [GeneratedRegex(@"\b(reveal|show|print|repeat|output|display|tell me|what is|what are|dump)\b[^.?!]{0,30}\b(system|hidden|initial|developer|secret)\b[^.?!]{0,12}\b(prompts?|instructions?|message|password|key|token)\b|\b(your|the) (own|hidden|initial|secret|internal|original|complete|full|whole|system) (prompts?|system prompt|instructions|message)\b|\brules you were given\b|\b(repeat|print|output|quote|copy|translate)\b[^.?!]{0,12}\b(everything|all|the (text|lines?|words)) (above|before this)\b|\bplaceholders?\b[^.?!]{0,30}\b(back|real (names?|values?)|stand for)\b|\byou are (now )?(an? )?(linux|bash|unix|sql|python|shell|dan)\b[^.?!]{0,12}\b(terminal|console|interpreter|shell|and)\b", RegexOptions.CultureInvariant)]
    private static partial Regex RevealPrompt();

    [GeneratedRegex(@"\b(developer|debug|god|admin|root|jailbreak|dan|unrestricted)\s+mode\b|\bdo anything now\b|\bpretend (that )?you (are|have) (no|an? (admin|unrestricted)|not)\b|\b(act|behave|answer|respond) as (if|though) (you (are|were|had)|i (am|was|were|had)) (an? )?(admin\w*|root|superuser|unrestricted|no (rules|restrictions|limits))\b|\byou are now\b[^.?!]{0,30}\b(unrestricted|free|admin|dan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMode();

    [GeneratedRegex(@"<\|?/?(im_start|im_end|system|endoftext|assistant|start_header_id|eot_id)\|?>|\[/?inst\]|<</?sys>>|^\s*(system|assistant|developer)\s*:|###\s*(system|instruction|assistant)|</?(function_calls?|invoke|tool_calls?|tool_result)\b|""role""\s*:\s*""(system|assistant|tool|developer)""|""tool_calls?""\s*:|<(start|end)_of_turn>|<\|(channel|message|return|start|end|user|tool)\|>|^\s*role\s*:\s*(system|assistant|developer)\b|\{\{\s*\$?(system|history|secret)|^\s*-{3,}\s*end of (user|the) ", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex RoleMarkup();

    [GeneratedRegex(@"\b(new|updated|changed|revised) (company |security |access )?(policy|policies|rules?|instructions?)\s*[:=]|\b(from now on|as of now|starting now)\b[^.?!]{0,20}\b(you (may|can|must|will|are)|(sales reps?|everyone|everybody|all users?) (may|can))\b", RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredRule();

    [GeneratedRegex(@"\b(i am|i'm|this is|as) (the |your |an? )?(administrator|admin|ceo|cfo|owner|developer|auditor)\b|\b(on behalf of|log me in as|switch (me )?to|act as|impersonate)\b[^.?!]{0,20}\b(accountant|accounting|admin|manager|cfo|ceo|auditor)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ClaimedRank();

    [GeneratedRegex(@"\b(ignore|disregard|forget|discard|delete|override)\s+(everything|all|anything|what|whatever|that)\b[^.?!]{0,30}\b(above|before|so far|previous\w*|earlier|told|said|learned|instructed)\b|\b(set|put|leave)\b[^.?!]{0,20}\b(guidance|instructions?|rules|guidelines)\b[^.?!]{0,12}\baside\b|\byour (new|real|actual|true) (task|job|instructions?|goal|purpose|orders) (is|are)\b|\b(no|without) (rules|restrictions) apply\b|\brules are (lifted|suspended|void)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreAbove();

    [GeneratedRegex(@"\b(zignoruj|ignoruj)\w*\b[^.?!]{0,40}\b(zasad\w*|instrukcj\w*|regu\w*|polece\w*|pokyn\w*)|\b(ignorem?|ignora|desconsidere|esquece|esqueça)\b[^.?!]{0,40}\b(regras|instruções|instrucoes)\b|\b(ignorera|bortse|glöm|ignorer|glem)\b[^.?!]{0,40}\b(regler\w*|instruktion\w*|instruks\w*)\b|αγνόησ\w*[^.;!]{0,40}(οδηγίες|κανόνες)|התעלם[^.?!]{0,40}(ההוראות|הכללים)|\b(unohda|ohita)\b[^.?!]{0,40}\b(säännöt|ohjeet|ohjeita)\b|(игнорир\w*|забуд\w*)[^.?!]{0,40}(правил\w*|инструкц\w*)|(ігнору\w*)[^.?!]{0,40}(правил\w*|інструкц\w*)|忽略[^。？！]{0,20}(指令|规则|指示|說明|说明)|無視[^。？！]{0,10}|(规则|指示|ルール|指示)を(無視|忘れ)|تجاهل[^.؟!]{0,40}(التعليمات|القواعد)|(kuralları|talimatları)[^.?!]{0,20}(unut|yok say|görmezden gel)|무시", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoreRulesOther();

    [GeneratedRegex(@"!\[[^\]]{0,200}\]\s*\(|<(script|img|iframe|svg|object|embed|link|meta|form|style)\b|\bon(error|load|click)\s*=|\b(javascript|vbscript)\s*:|\bdata:(text/html|image/svg)", RegexOptions.CultureInvariant)]
    private static partial Regex ActiveContent();

    [GeneratedRegex(@"\b(approve|confirm|release|order|pay|send|book|change|delete)\b[^.?!]{0,60}\bwithout (asking|approval|a person|telling|confirmation|checking)\b", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutAsking();
}
