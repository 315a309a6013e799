using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Grounding;

/// <summary>The English words that turn a sentence round.</summary>
internal static partial class SenseWords
{
    private static readonly FrozenDictionary<string, int> Sides = Numbered(
        ("atleast minimum above over exceeding exceeds exceed morethan greaterthan laterthan longerthan higherthan after since following beyond from starting", 1),
        ("atmost maximum upto below under within before until till by lessthan fewerthan earlierthan shorterthan lowerthan priorto", -1));

    private static readonly FrozenDictionary<string, int> Behind = Numbered(("ormore oradditional orlater orabove andmore andabove andlater minimum onwards", 1), ("orless orfewer orearlier orbelow andless andbelow maximum atthelatest atmost", -1));

    private static readonly FrozenDictionary<string, int> Duties = Numbered(("must shall haveto hasto mandatory obliged needto needsto required", 1), ("may can could might optional optionally neednot", -1));

    private static readonly FrozenSet<string> Negators = "not no never without neither nor none nobody nothing unable refuse refuses refused forbidden prohibited hardly".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Breaks = ". , ; : ( ) but unless if when because although while whereas which who that".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Exceptions = "unless until before without except".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Conditions = "only once after when if must need needs requires required first with provided".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Small =
        "that this these those have been being were will would should there their they them then than with into onto also such each every your ours very more most less least some very just about when where which while does done said says because although whereas here both only once first".Split(' ')
        .Concat(Sides.Keys).Concat(Behind.Keys).Concat(Duties.Keys).Concat(Negators).Concat(Exceptions).Concat(Conditions).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Opposites = Paired(
        "open closed, opens closes, increase decrease, increased decreased, increases decreases, rise fall, rose fell, rises falls, higher lower, early late, earlier later, inside outside, inbound outbound, incoming outgoing, enabled disabled, included excluded, include exclude, includes excludes, "
        + "accepted rejected, accept reject, approved declined, allowed banned, permitted forbidden, available unavailable, possible impossible, paid unpaid, complete incomplete, sufficient insufficient, valid invalid, always never, buyer seller, inclusive exclusive");

    /// <summary>Cuts a folded text into words, figures and signs; what belongs together becomes one word.</summary>
    public static List<string> Tokens(string folded)
    {
        var joined = Contracted().Replace(folded, m => (m.Groups["base"].Value switch { "ca" => "can", "wo" => "will", "sha" => "shall", var b => b }) + " not");
        joined = joined.Replace("cannot", "can not", StringComparison.Ordinal).Replace("not only", string.Empty, StringComparison.Ordinal).Replace("no longer", "not", StringComparison.Ordinal);
        joined = NotBound().Replace(joined, " neednot ");
        joined = Together().Replace(joined, m => m.Value.Replace(" ", string.Empty, StringComparison.Ordinal));
        return [.. Token().Matches(joined).Select(m => m.Value.TrimEnd('.', ',') is { Length: > 0 } word ? word : m.Value)];
    }

    /// <summary>Says whether a word denies what follows it.</summary>
    public static bool Denies(string word) => Negators.Contains(word);

    /// <summary>Says whether a word ends a clause.</summary>
    public static bool IsBreak(string word) => Breaks.Contains(word);

    /// <summary>Says whether a word begins an exception.</summary>
    public static bool IsException(string word) => Exceptions.Contains(word);

    /// <summary>Says whether a word begins a condition.</summary>
    public static bool IsCondition(string word) => Conditions.Contains(word);

    /// <summary>Says whether a word carries no meaning of its own here.</summary>
    public static bool IsSmall(string word) => Small.Contains(word);

    /// <summary>Gets the side of a word before a figure or an event: 1 above or after, -1 below or before, 0 none.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isFigure">Whether a figure follows; before other words only a few words tell a side: deliveries "by" and "from" somebody are the same.</param>
    public static int Side(string word, bool isFigure = true) => isFigure || word is "before" or "after" or "priorto" or "until" or "following" ? Sides.GetValueOrDefault(word) : 0;

    /// <summary>Says whether a word behind "and" begins a clause of its own.</summary>
    public static bool BeginsClause(string word) => char.IsAsciiDigit(word[0]) || word is "is" or "are" or "was" or "were" or "has" or "have" or "will" or "the" or "it" or "they" or "must" or "may" or "can";

    /// <summary>Gets the side of a word behind a figure.</summary>
    public static int SideBehind(string word) => Behind.GetValueOrDefault(word);

    /// <summary>Gets what a word makes of the verb behind it: 1 a duty, -1 a choice, 0 neither.</summary>
    public static int Duty(string word) => Duties.GetValueOrDefault(word);

    /// <summary>Gets the word itself when it has an opposite.</summary>
    public static string? Pole(string word) => Opposites.ContainsKey(word) ? word : null;

    /// <summary>Gets the opposite of a word that has one.</summary>
    public static string Other(string pole) => Opposites[pole];

    private static FrozenDictionary<string, int> Numbered(params (string Words, int Number)[] groups)
        => groups.SelectMany(g => g.Words.Split(' ').Select(w => (Word: w, g.Number))).ToFrozenDictionary(w => w.Word, w => w.Number, StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Paired(string pairs)
        => pairs.Split(", ").Select(p => p.Split(' ')).SelectMany(p => new[] { (One: p[0], Other: p[1]), (One: p[1], Other: p[0]) }).ToFrozenDictionary(p => p.One, p => p.Other, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?<base>is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|need|sha|might)n't\b")]
    private static partial Regex Contracted();

    [GeneratedRegex(@"\b(?:need not|(?:do|does|did) not (?:need|have) to|(?:is|are) not (?:required|obliged) to|(?:has|have) not to)\b")]
    private static partial Regex NotBound();

    [GeneratedRegex(@"\b(?:at least|at most|at the latest|up to|(?:more|greater|later|longer|higher|less|fewer|earlier|shorter|lower) than|prior to|or (?:more|additional|later|above|less|fewer|earlier|below)|and (?:more|above|later|less|below)|ha(?:ve|s) to|needs? to)\b")]
    private static partial Regex Together();

    [GeneratedRegex(@"[a-z]+(?:['/-][a-z]+)*|\d[\d.,:/-]*[a-z%]*|[.,;:()]")]
    private static partial Regex Token();
}
