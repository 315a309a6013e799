using System.Text.RegularExpressions;

namespace Copilot.Governance.Screening;

/// <summary>
/// Signs that a text from outside (a passage, ticket, field, file name) speaks to the copilot rather than to people. Documents are full of rules and
/// imperatives for people, so these patterns ask for more than those for questions: a machine must be spoken to, or its markup be there.
/// </summary>
internal static partial class OutsideSigns
{
    private const string Prefix = "outside_";

    // Of the signs of questions only those that no honest document shows. The number says how far around a trigger a match can lie, in characters; words are never cut.
    private static readonly (string Name, Regex Pattern, int Reach, string[] Triggers)[] All =
    [
        Shared("ignore_rules", 160, "ignore", "disregard", "forget", "bypass", "override", "drop|", "skip|", "set aside", "turn off", "disable"),
        Shared("ignore_rules_de", 160, "ignorier", "vergiss", "missachte", "umgeh"),
        Shared("ignore_rules_fr_es_it_nl", 160, "ignor", "oublie", "olvida", "dimentica", "negeer", "vergeet"),
        Shared(
            "ignore_rules_other", 160, "zignoruj", "ignoruj", "ignor", "desconsidere", "esquece", "esqueça", "bortse", "glöm", "glem", "unohda", "ohita",
            "~αγνόησ", "~התעלם", "~игнорир", "~забуд", "~ігнору", "~忽略", "~無視", "~を忘れ", "~تجاهل", "~kuralları", "~talimatları", "~무시"),
        Shared(
            "ignore_above", 160, ["ignore", "disregard", "forget", "discard", "delete", "override", "aside|", "rules are", .. SignTriggers.Each("your", "new,real,actual,true"), .. SignTriggers.Each("no,without", "rules,restrictions")]),
        Shared(
            "role_markup", 64, "<im_", "<|", "</", "<sys", "<end", "<assi", "<start", "<eot", "<<", "<function_call", "<invoke", "<tool_", "[inst", "[/inst", "###", "\"role\"", "\"tool_call", "{{", "end of user", "end of the",
            "system", "assistant", "developer", "role|"),
        Shared(
            "other_mode", 96, ["developer", "debug|", "god|", "admin|", "root|", "jailbreak", "dan|", "unrestricted", "do anything now", "pretend", "you are now", .. SignTriggers.Each("act,behave,answer,respond", "as")]),
        Shared(
            "active_content", 320, "![", "<script", "<img", "<iframe", "<svg", "<object", "<embed", "<link", "<meta", "<form", "<style", "onerror", "onload", "onclick", "javascript", "vbscript", "data:text/html", "data:image/svg"),
        (
            "speaks_to_machines", SpeaksToMachines(), 128,
            [
                "ai|", "ais|", "a.i.", "ia|", "llm", "gpt", "chatgpt", "copilot", "chatbot", "bot|", "bots|", "language model", "virtual ", "digital ", "assistant", "sprachmodell", "ki|", "assistent",
                "modèle", "modelo", "asistente", "taalmodel", "~المساعد",
            ]),
        ("speaks_as_system", SpeaksAsSystem(), 96, ["system", "assistant", "developer", "end of", "</", "caller is", "user is"]),
        ("wants_silence", WantsSilence(), 96, [.. SignTriggers.Each("do not,don't,never", "tell,mention,inform,show,reveal"), "approved by", "keep this", "keep it"]),
        (
            "calls_tools", CallsTools(), 64,
            ["odoo.", "odoo__", "knowledge.", "knowledge__", "forecast.", "forecast__", "documents.", "documents__", "\"arguments\"", "\"tool_call", "\"function\"", .. SignTriggers.Each("call the,invoke the,use the,run the", "tool,function")]),
        (
            "wants_words", WantsWords(), 96,
            [
                .. SignTriggers.Each("begin,start,end,finish,close,preface,append to,add to", "every,each,all,your,the"), .. SignTriggers.Each("your,the", "answer,reply,response,summary"),
                .. SignTriggers.Each("answer,reply,respond,say,write,output", "only,exactly,nothing but,with nothing"), .. SignTriggers.Each("summarise,summarize", "this,it"),
            ]),
    ];

    private static readonly SignTriggers Triggers = new([.. All.Select(a => a.Triggers)]);

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
        if (PlainForm.HidesText(text) || HiddenInstructions.Readings(text).Any(r => In(PlainForm.Of(r)).Count > 0))
        {
            found.Add(Prefix + "hidden_instruction");
        }

        return found;
    }

    /// <summary>The names of the signs in a text that is in plain form already: each pattern is tried where its triggers stand.</summary>
    internal static IReadOnlyList<string> In(string plain)
    {
        var found = new bool[All.Length];
        var decided = new bool[All.Length];
        var last = new int[All.Length];
        var windows = new List<(int Pattern, int From, int To)>();
        Triggers.Walk(plain, (pattern, at) =>
        {
            var (from, to) = (Math.Max(0, at - All[pattern].Reach), Math.Min(plain.Length, at + All[pattern].Reach));
            if (last[pattern] > 0 && windows[last[pattern] - 1] is var window && window.From <= from && window.To >= from)
            {
                windows[last[pattern] - 1] = window with { To = Math.Max(to, window.To) };
                return;
            }

            windows.Add((pattern, from, to));
            last[pattern] = windows.Count;
        });
        foreach (var (pattern, from, to) in windows)
        {
            var (start, end) = (Widen(plain, from, -1), Widen(plain, to, 1));
            if (!decided[pattern] && All[pattern].Pattern.IsMatch(plain.AsSpan(start, end - start)))
            {
                // A part begins like a text and ends like one: what matches there must match in the whole.
                decided[pattern] = true;
                found[pattern] = All[pattern].Pattern.IsMatch(plain, start) || All[pattern].Pattern.IsMatch(plain);
            }
        }

        return [.. All.Where((_, i) => found[i]).Select(a => Prefix + a.Name)];
    }

    /// <summary>The same without triggers, for comparison.</summary>
    internal static IReadOnlyList<string> InWhole(string plain) => [.. All.Where(a => a.Pattern.IsMatch(plain)).Select(a => Prefix + a.Name)];

    /// <summary>Words are not cut.</summary>
    private static int Widen(string plain, int at, int step)
    {
        while (at > 0 && at < plain.Length && !char.IsWhiteSpace(plain[step > 0 ? at : at - 1]))
        {
            at += step;
        }

        return at;
    }

    private static (string Name, Regex Pattern, int Reach, string[] Triggers) Shared(string name, int reach, params string[] triggers) => (name, SteeringSigns.PatternOf(name), reach, triggers);

    [GeneratedRegex(@"\b(ais?|a\.i\.|llms?|gpt|chatgpt|copilots?|chatbots?|bots|language models?|(ai|virtual|digital) (assistants?|systems?|agents?|models?)|assistants|sprachmodelle?|ki(-\w+)?|assistenten|modèles? de langage|modelos? de lenguaje|asistentes?|assistenti|taalmodel\w*)\b[^.?!]{0,40}\b(must|should|shall|have to|need to|are (to|asked|instructed|required)|is (to|asked|instructed|required)|please|ignore|reveal|say|answer|tell|append|begin|output|print|call|reply|respond|treat|müssen|sollen|muss|soll|doivent|doit|deben|debe|devono|moeten|moet)\b|\b(note|message|instructions?|notice|hinweis|nota) (to|for|an|für|à|para|per) (the |all |any |der |die |das |l')?(ai|a\.i\.|llm|assistants?|copilot|chatbot|bots?|language models?|ki|sprachmodelle?|ia)\b|\b(assistant|copilot|chatbot)s? (reading|that reads?|who reads?|processing|summari[sz]ing)\b|\bthe assistant('s)? (must|shall|should|adds|says?|prints|obeys|executes|shows|sets|states|tells|has my permission|always|reads|will)\b|المساعد|\b(if|when) (you are|you're) (an? )?(ai|assistant|language model|llm|bot|copilot|chatbot)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksToMachines();

    [GeneratedRegex(@"(^|\n|[.!?>""»] ?)\W{0,4}(system|assistant|developer)( message| prompt| override| instruction| note)?( ?\([^)]{1,30}\))? ?: ?\S|\bend of (the )?(document|passage|context|source|data|attachment)\b[^a-z]{0,8}\b(new|system|now|instructions?|user|assistant|operator|the following)\b|</(untrusted|document|context|source)>|\b(caller|user) is (an? |the )?(admin\w*|accountant|auditor|verified|authori[sz]ed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksAsSystem();

    [GeneratedRegex(@"\b(do not|don't|never) (tell|mention|inform|show|reveal)\b[^.?!]{0,25}\b(the user|the reader|anybody|anyone|this (instruction|note|message|text))\b|\bapproved by (an? )?(ai|copilot|assistant|bot)\b|\bkeep (this|it) (secret|hidden) from\b", RegexOptions.CultureInvariant)]
    private static partial Regex WantsSilence();

    [GeneratedRegex(@"\b(odoo|knowledge|forecast|documents)(\.|__)[a-z]+_[a-z_]+\b|""(arguments|tool_calls?|function)""\s*:|\b(call|invoke|use|run) the (tool|function)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CallsTools();

    [GeneratedRegex(@"\b(begin|start|end|finish|close|preface|append to|add to) (every|each|all|your|the) (answers?|repl(y|ies)|responses?|summar(y|ies))\b|\b(your|the) (answer|reply|response|summary) must (be|begin|start|end|contain|include)\b|\b(answer|reply|respond|say|write|output) (only|exactly|nothing but|with nothing)\b|\bsummari[sz]e (this|it) as\b", RegexOptions.CultureInvariant)]
    private static partial Regex WantsWords();
}
