using System.Collections.Frozen;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Recognises questions that ask for the rules on a subject as a whole, "what's our returns policy?": apart from words for documents nothing is left of them but words of a document's title.
/// One sentence would not answer them; what the document says section by section does.
/// </summary>
internal static class TopicQuestion
{
    private const int MostDocuments = 2;
    private const int MostWords = 4;

    private static readonly FrozenSet<string> Documents = Of("policy policies procedure procedures process rule rules sop sops guideline guidelines regulation regulations instruction instructions standard conditions terms");

    /// <summary>Words of a question for one thing that the rules say.</summary>
    private static readonly FrozenSet<string> Particular = Of("who whom whose when why many much long often soon quickly fast may might must shall if allow allowed responsible approve approves approved approval changed change revision version deadline period exception except");

    private static readonly FrozenSet<string> Beside = Of("say says tell show explain summarise summarize summary overview outline main points brief briefly work works know need look read find about company please give want here have");

    /// <summary>The documents whose rules are asked for as a whole, best first; none when the question asks for something in particular, or could mean many.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">What was found for it.</param>
    public static IReadOnlyList<DocumentKey> Of(string question, IReadOnlyList<RankedPassage> ranked)
    {
        var words = WordSplitter.Split(question).Select(w => w.Text).ToList();
        if (!words.Exists(Documents.Contains) || words.Exists(Particular.Contains))
        {
            return [];
        }

        var topic = words.FindAll(w => !StopWords.Contains(w) && !StopWords.IsAsking(w) && !Documents.Contains(w) && !Beside.Contains(w));
        if (topic.Count is 0 or > MostWords)
        {
            return [];
        }

        var documents = ranked.Select(r => r.Candidate).DistinctBy(c => c.Document).Where(c => IsTitled(c, topic)).Select(c => c.Document).ToList();
        return documents.Count <= MostDocuments ? documents : [];
    }

    private static bool IsTitled(Candidate candidate, List<string> topic)
    {
        var title = WordSplitter.Split(candidate.Title, candidate.Language).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return WordSplitter.Split(string.Join(' ', topic), candidate.Language).All(w => title.Contains(w.Stem));
    }

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
