using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Whom or what a question is about, to tell the agreement with one customer from that with another and from the general rule.</summary>
internal sealed class Subject
{
    private const double Own = 1.35;
    private const double Others = 0.35;
    private const double UnaskedParty = 0.6;
    private const double UnaskedThing = 0.9;

    private readonly List<HashSet<string>> _names;
    private readonly HashSet<string> _question;

    /// <summary>Reads the names given and the words of the question itself.</summary>
    public Subject(string question, IReadOnlyList<string> names)
    {
        _names = [.. names.Select(n => WordSplitter.Split(n).Select(w => w.Text).ToHashSet(StringComparer.Ordinal)).Where(n => n.Count > 0)];
        _question = WordSplitter.Split(question).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets a value indicating whether the caller named what the question is about.</summary>
    public bool IsNamed => _names.Count > 0;

    /// <summary>Says whether a document is about what the question names.</summary>
    public bool Matches(IReadOnlyList<string> about) => about.Any(Matches);

    /// <summary>Gets the factor of a document's score.</summary>
    public double Factor(Candidate candidate)
        => candidate.About.Count == 0 ? 1
            : Matches(candidate.About) ? Own
            : IsNamed && IsAgreement(candidate.Kind) ? Others
            : IsAgreement(candidate.Kind) ? UnaskedParty
            : UnaskedThing;

    private static bool IsAgreement(string? kind) => kind is not null && kind.Contains("agreement", StringComparison.OrdinalIgnoreCase);

    private bool Matches(string about)
    {
        var words = WordSplitter.Split(about).Select(w => w.Text).ToList();
        return words.Count > 0
            && (_names.Exists(n => words.TrueForAll(n.Contains) || n.All(w => words.Contains(w, StringComparer.Ordinal)))
                || words.TrueForAll(_question.Contains)
                || (words[0].Length >= 4 && !words[0].Any(char.IsDigit) && _question.Contains(words[0])));
    }
}
