using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Whom or what a question is about, to tell the agreement with one customer from that with another and from the general rule.</summary>
internal sealed class Subject
{
    private readonly List<HashSet<string>> _names;
    private readonly HashSet<string> _question;
    private readonly Caller _caller;

    // Many passages are of one document, and it is asked again for each of their sentences.
    private readonly Dictionary<(string Collection, string Document), Specificity> _known = [];

    /// <summary>Reads the names given and the words of the question itself.</summary>
    public Subject(KnowledgeQuery query)
    {
        _caller = query.Caller;
        _names = [.. query.About.Select(n => WordSplitter.Split(n).Select(w => w.Text).ToHashSet(StringComparer.Ordinal)).Where(n => n.Count > 0)];
        _question = WordSplitter.Split(query.Text).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Says how a document's subject fits.</summary>
    public Specificity Of(Candidate candidate)
    {
        var key = (candidate.Collection, candidate.DocumentId);
        return _known.TryGetValue(key, out var known) ? known : _known[key] = Read(candidate);
    }

    /// <summary>Gets the subjects of readable documents that the question names.</summary>
    public IReadOnlyList<string> NamedIn(IEnumerable<Candidate> candidates)
        => [.. candidates.SelectMany(c => c.About).Where(Matches).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Gets the caller's roles as documents write them ("sales representative"), when the question asks for the caller's own; else nothing.</summary>
    public List<string> OwnRoles()
        => _question.Contains("i") || _question.Contains("my")
            ? [.. _caller.Roles.Select(r => r.Replace('-', ' ')).Select(r => r.EndsWith(" rep", StringComparison.Ordinal) ? r + "resentative" : r)]
            : [];

    /// <summary>Gets the factor of a document's score.</summary>
    public double Factor(Candidate candidate)
        => Of(candidate) switch
        {
            Specificity.Party => 1.5,
            Specificity.Company => 1.1,
            Specificity.General => 1,
            _ when !IsAgreement(candidate) => 0.93,
            _ => _names.Count > 0 ? 0.35 : 0.6,
        };

    private static bool IsAgreement(Candidate candidate) => candidate.Kind is { } kind && kind.Contains("agreement", StringComparison.OrdinalIgnoreCase);

    private Specificity Read(Candidate candidate)
        => candidate.About.Any(Matches) ? Specificity.Party
            : candidate.About.Count > 0 ? Specificity.Elsewhere
            : candidate.Companies.Contains(DocumentLabel.Everyone, StringComparer.Ordinal) ? Specificity.General
            : candidate.Companies.Any(c => WordSplitter.Split(c).All(w => _question.Contains(w.Text))) ? Specificity.Company
            : _caller.Companies.All(c => candidate.Companies.Contains(c.Name, StringComparer.OrdinalIgnoreCase)) ? Specificity.Company
            : Specificity.Elsewhere;

    private bool Matches(string about)
    {
        var words = WordSplitter.Split(about).Select(w => w.Text).ToList();
        return words.Count > 0
            && ((words.Count >= 3 && words.Take(2).All(_question.Contains))
                || _names.Exists(n => words.TrueForAll(n.Contains) || n.All(w => words.Contains(w, StringComparer.Ordinal)))
                || words.TrueForAll(_question.Contains)
                || (words[0].Length >= 4 && !words[0].Any(char.IsDigit) && _question.Contains(words[0])));
    }
}
