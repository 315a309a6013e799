using System.Text.RegularExpressions;

namespace Copilot.Governance.Screening;

/// <summary>
/// Signs that a text from outside (a passage, ticket, field, file name) speaks to the copilot rather than to people. Documents are full of rules and
/// imperatives for people, so these patterns ask for more than those for questions: a machine must be spoken to, or its markup be there.
/// </summary>
internal static partial class OutsideSigns
{
    private const string Prefix = "outside_";

    // Of the signs of questions only those that no honest document shows.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "ignore_rules", "ignore_rules_de", "ignore_rules_fr_es_it_nl", "ignore_rules_other", "ignore_above", "role_markup", "other_mode", "active_content" };

    private static readonly (string Name, Regex Pattern)[] Own =
    [
        ("speaks_to_machines", SpeaksToMachines()),
        ("speaks_as_system", SpeaksAsSystem()),
        ("wants_silence", WantsSilence()),
        ("calls_tools", CallsTools()),
        ("wants_words", WantsWords()),
    ];

    /// <summary>Whether a sign was found in something that was read, not in the question.</summary>
    public static bool IsOne(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The names of the signs in a text.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        List<string> found = [.. In(PlainForm.Of(text))];
        if (PlainForm.HidesText(text) || HiddenInstructions.Readings(text).Any(r => In(PlainForm.Of(r)).Any()))
        {
            found.Add(Prefix + "hidden_instruction");
        }

        return found;
    }

    private static IEnumerable<string> In(string plain)
        => SteeringSigns.In(plain).Where(Shared.Contains).Concat(Own.Where(o => o.Pattern.IsMatch(plain)).Select(o => o.Name)).Select(n => Prefix + n);

    [GeneratedRegex(@"\b(ais?|a\.i\.|llms?|gpt|chatgpt|copilots?|chatbots?|bots|language models?|(ai|virtual|digital) (assistants?|systems?|agents?|models?)|assistants|sprachmodelle?|ki(-\w+)?|assistenten|modèles? de langage|modelos? de lenguaje|asistentes?|assistenti|taalmodel\w*)\b[^.?!]{0,40}\b(must|should|shall|have to|need to|are (to|asked|instructed|required)|is (to|asked|instructed|required)|please|ignore|reveal|say|answer|tell|append|begin|output|print|call|reply|respond|treat|müssen|sollen|muss|soll|doivent|doit|deben|debe|devono|moeten|moet)\b|\b(note|message|instructions?|notice|hinweis|nota) (to|for|an|für|à|para|per) (the |all |any |der |die |das |l')?(ai|a\.i\.|llm|assistants?|copilot|chatbot|bots?|language models?|ki|sprachmodelle?|ia)\b|\b(assistant|copilot|chatbot)s? (reading|that reads?|who reads?|processing|summari[sz]ing)\b|\bthe assistant('s)? (must|shall|should|adds|says?|prints|obeys|executes|shows|sets|states|tells|has my permission|always|reads|will)\b|المساعد|\b(if|when) (you are|you're) (an? )?(ai|assistant|language model|llm|bot|copilot|chatbot)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksToMachines();

    [GeneratedRegex(@"(^|\n|[.!?>""»] )\W{0,4}(system|assistant|developer)( message| prompt| override| instruction| note)?( ?\([^)]{1,30}\))? ?: ?\S|\bend of (the )?(document|passage|context|source|data|attachment)\b[^a-z]{0,8}\b(new|system|now|instructions?|user|assistant|operator|the following)\b|</(untrusted|document|context|source)>|\b(caller|user) is (an? |the )?(admin\w*|accountant|auditor|verified|authori[sz]ed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksAsSystem();

    [GeneratedRegex(@"\b(do not|don't|never) (tell|mention|inform|show|reveal)\b[^.?!]{0,25}\b(the user|the reader|anybody|anyone|this (instruction|note|message|text))\b|\bapproved by (an? )?(ai|copilot|assistant|bot)\b|\bkeep (this|it) (secret|hidden) from\b", RegexOptions.CultureInvariant)]
    private static partial Regex WantsSilence();

    [GeneratedRegex(@"\b(odoo|knowledge|forecast|documents)(\.|__)[a-z]+_[a-z_]+\b|""(arguments|tool_calls?|function)""\s*:|\b(call|invoke|use|run) the (tool|function)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CallsTools();

    [GeneratedRegex(@"\b(begin|start|end|finish|close|preface|append to|add to) (every|each|all|your|the) (answers?|repl(y|ies)|responses?|summar(y|ies))\b|\b(your|the) (answer|reply|response|summary) must (be|begin|start|end|contain|include)\b|\b(answer|reply|respond|say|write|output) (only|exactly|nothing but|with nothing)\b|\bsummari[sz]e (this|it) as\b", RegexOptions.CultureInvariant)]
    private static partial Regex WantsWords();
}
