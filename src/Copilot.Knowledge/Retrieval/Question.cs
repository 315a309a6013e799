using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>A question as it is looked for.</summary>
/// <param name="Terms">Its terms, in the order they were asked.</param>
/// <param name="Counts">How common they are.</param>
internal sealed record Question(IReadOnlyList<QuestionTerm> Terms, TermCounts Counts)
{
    private const double WithoutName = 0.6;

    /// <summary>Gets the misspelt words with what they most likely mean.</summary>
    public IReadOnlyDictionary<string, string> Spelling { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets its words as stems in the order they were said, repeated when said twice, misspelt ones put right: what a fitted embedder reads.</summary>
    public string SaidStems { get; init; } = string.Empty;

    /// <summary>Writes a question with its misspelt words put right.</summary>
    public string Spelt(string question)
    {
        foreach (var word in Spelling.Count == 0 ? [] : WordSplitter.Split(question).Reverse())
        {
            question = Spelling.TryGetValue(word.Text, out var right) ? question[..word.Start] + right + question[word.End..] : question;
        }

        return question;
    }

    /// <summary>Gets the stems to look for.</summary>
    public IReadOnlyList<string> Stems => [.. Terms.Where(t => !t.IsCode).SelectMany(t => t.Stems.Keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets the codes to look for.</summary>
    public IReadOnlyList<string> Codes => [.. Terms.Where(t => t.IsCode).Select(t => t.Word)];

    /// <summary>Gets the pull of all its terms.</summary>
    public double Pull => Terms.Sum(t => t.Pull);

    /// <summary>Gets the weight of its topic.</summary>
    public double TopicWeight => Terms.Where(t => !t.IsName).Sum(t => t.Weight);

    /// <summary>Gets the share of the topic's weight that a bag of stems holds, 0 to 1.</summary>
    public double Coverage(IReadOnlySet<string> stems)
    {
        var all = TopicWeight;
        var held = all <= 0 ? 0 : Terms.Where(t => !t.IsName).Sum(t => t.Weight * Held(t, stems)) / all;
        return Terms.Any(t => t.IsProper && Held(t, stems) <= 0) ? held * WithoutName : held;
    }

    /// <summary>Gets how much of a term a bag of stems holds: 1 for the word itself, less for a synonym, 0 for nothing.</summary>
    public static double Held(QuestionTerm term, IReadOnlySet<string> stems)
    {
        var best = 0.0;
        foreach (var (stem, share) in term.Stems)
        {
            if (share > best && stems.Contains(stem))
            {
                best = share;
            }
        }

        return best;
    }
}
