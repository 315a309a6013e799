using System.Collections.Frozen;

namespace Copilot.Knowledge.Analysis;

/// <summary>Words that say nothing about a topic.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Grammar = Of(
        """
        a about above after again against all also am an and any are as at be because been before being below between both but by
        could did do does doing don down during each either else for from further get gets got had has have having he her here hers him his how i if in into
        is isn it its itself just ll me more most my myself no nor not of off on once only or other our ours out over own re s same
        she should so some such t than that the their theirs them then there these they this those through to too under until up us ve
        doesn didn hasn haven wasn weren wouldn couldn shouldn aren ain very was we were what when where which while who whom whose why will with would you your yours d m o like likely
        """);

    private static readonly FrozenSet<string> Asking = Of(
        """
        please tell show explain know want need needs like say says said happen happens happened rule rules policy policies procedure procedures process
        processes sop sops document documents company anything something someone somebody thing things give given way ways ok okay allow allowed
        may might can must shall let make makes find question answer hi hello thanks thank much many long often soon currently current
        agreement agreements contract contracts according guideline guidelines instructions apply applies
        clause section paragraph article put puts worth euro euros eur stuff period periods deadline duration quickly fast timeframe time times day days hours weeks month months year years
        approve approved approval authorise authorize decide decides decided responsible term terms accept accepts accepted finished done complete handle handled deal regarding concerning
        simply really just usually normally generally always ever maybe perhaps kindly roughly want wants wish wishes
        ask asks asking asked bother come comes came go goes going went gone tried try still yet already even else
        there's here me anyone everybody everyone nobody somebody kind kinds sort sorts basically myself ourselves themselves another
        case cases exactly actually now today one ones people we're what's do's there's customer customers supplier suppliers
        """);

    private static readonly FrozenSet<string> Common = Of(
        """
        maximum minimum most least latest earliest agree agreed agrees involve involves happen start starts begin begins use used uses using
        see seen look looks looked work works worked keep keeps stay stays way whole within per each every fact certain different similar possible
        necessary required require requires general basis name person alone late later early soon next last first previous mean means meant exist exists
        type types new old big small good bad right far high low tall heavy large long short full amount amounts value number numbers figure
        two three four five six seven eight nine ten twelve stuff
        weekday weekdays rest remaining
        do does done did get gets bring brings told tell hear heard suddenly immediately wait waits waiting much extra back send sends sent
        """);

    /// <summary>Gets the words of English grammar.</summary>
    public static FrozenSet<string> English => Grammar;

    /// <summary>Says whether a folded word is English grammar only; such words are not indexed.</summary>
    public static bool Contains(string word) => Grammar.Contains(word);

    /// <summary>Says whether a folded word is grammar only in a language; such words are not indexed with documents in it.</summary>
    public static bool Contains(string word, string language) => language == "en" ? Grammar.Contains(word) : FunctionWords.In(language).Contains(word);

    /// <summary>Says whether a folded word belongs to the asking rather than to what is asked; such words weigh little.</summary>
    public static bool IsAsking(string word) => Asking.Contains(word);

    /// <summary>Finds the word of grammar or asking that an unknown word is most likely a misspelling of ("teh", "waht"), or gives null.</summary>
    public static string? Meant(string word)
        => word.Length < 3 ? null : Grammar.Concat(Asking).Where(w => w.Length >= 3 && w[0] == word[0] && Math.Abs(w.Length - word.Length) <= 1)
            .Where(w => EditDistance.Within(word, w, 1) is not null && (w.Length >= 5 || w.Order().SequenceEqual(word.Order())))
            .Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Says whether a folded word is so general that a question hardly stands or falls with it.</summary>
    public static bool IsCommon(string word) => Common.Contains(word);

    private static FrozenSet<string> Of(string words)
        => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
