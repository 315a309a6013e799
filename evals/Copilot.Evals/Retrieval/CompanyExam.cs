using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Knowledge;

namespace Copilot.Evals.Retrieval;

/// <summary>Asks the demo company's documents: the judged questions by section, the golden ones by document.</summary>
internal static class CompanyExam
{
    /// <summary>The name of the collection.</summary>
    public const string Collection = "company";
    /// <summary>The name of the same questions, judged by document.</summary>
    public const string Documents = Collection + ", documents";

    /// <summary>The golden questions alone.</summary>
    public const string GoldenOnly = Collection + ", golden";

    private const string Document = "doc:";
    private const int Depth = 100;

    /// <summary>Asks, and lets plain BM25 and FTS5 answer the same questions over the sections that the same caller may read.</summary>
    public static async Task<IReadOnlyList<RankScore>> RunAsync(string evals, string knowledge, TimeProvider time, CancellationToken cancellationToken)
    {
        var limits = CaseFolder.Limits(evals);
        var questions = CaseFolder.Judged(evals).Concat(Golden(evals)).ToList();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var sections = new CompanySections(knowledge);
        using var plain = new PlainIndex(sections.Texts);
        var scores = new List<RankScore>();
        foreach (var (name, vectors) in new[] { (RetrievalRun.Product, true), (RetrievalRun.WordsOnly, false) })
        {
            await using var search = await SearchUnderTest.OfAsync(knowledge, vectors, cancellationToken);
            scores.AddRange(await ScoreAsync(name, questions, async q => await FindAsync(search.Search, CallerOf(q, limits), q, cancellationToken)));
        }

        foreach (var (name, rank) in RetrievalRun.References(plain))
        {
            scores.AddRange(await ScoreAsync(name, questions, q => Task.FromResult(Cut(q, rank(q.Question, int.MaxValue, sections.For(CallerOf(q, limits), today))))));
        }

        return scores;
    }

    /// <summary>The golden questions that one document or one of several must answer.</summary>
    internal static IEnumerable<JudgedQuestion> Golden(string evals)
        => CaseFolder.Golden(evals, [])
            .Where(c => c.Expect.Outcome == "answered" && !c.Question.Contains('{', StringComparison.Ordinal) && c.Expect.Sources.Count > 0)
            .Select(c => (Case: c, Sources: c.Expect.Sources.SelectMany(s => s.Split('|', StringSplitOptions.TrimEntries)).ToList()))
            .Where(c => c.Sources.TrueForAll(s => s.StartsWith(Document, StringComparison.Ordinal)))
            .Select(c => new JudgedQuestion { Id = c.Case.Id, As = c.Case.As, Question = c.Case.Question, Relevant = c.Sources.ConvertAll(s => s[Document.Length..]) });

    private static async Task<IEnumerable<RankScore>> ScoreAsync(string system, IReadOnlyList<JudgedQuestion> questions, Func<JudgedQuestion, Task<IReadOnlyList<string>>> find)
    {
        var runs = new List<(JudgedQuestion Question, IReadOnlyList<string> Ranked)>();
        foreach (var question in questions)
        {
            runs.Add((question, await find(question)));
        }

        // The right document first, the right section of it next: both are told.
        var documents = runs.ConvertAll(r => (
            Question: $"{r.Question.Id}: {r.Question.Question}",
            Ranked: (IReadOnlyList<string>)[.. r.Ranked.Select(DocumentOf).Distinct()],
            Grades: (IReadOnlyDictionary<string, int>)r.Question.Relevant.Select(DocumentOf).Distinct().ToDictionary(d => d, _ => 1)));
        return new[] { (Collection, (Func<JudgedQuestion, bool>)(_ => true)), (Collection + ", sections", q => !q.ByDocument), (GoldenOnly, q => q.ByDocument) }
            .Select(part => RankScore.Of(
                part.Item1,
                system,
                [.. runs.Where(r => part.Item2(r.Question)).Select(r => ($"{r.Question.Id}: {r.Question.Question}", r.Ranked, (IReadOnlyDictionary<string, int>)r.Question.Relevant.ToDictionary(x => x, _ => 1)))]))
            .Append(RankScore.Of(Documents, system, documents));
    }

    private static string DocumentOf(string section) => section.Split('#')[0];

    private static async Task<IReadOnlyList<string>> FindAsync(KnowledgeSearch search, Caller caller, JudgedQuestion question, CancellationToken cancellationToken)
    {
        var hits = await search.SearchAsync(new KnowledgeQuery { Text = question.Question, Caller = caller, Top = Depth }, cancellationToken);
        return Cut(question, hits.Select(h => $"{h.Place.DocumentId}#{Section(h.Place.HeadingPath)}"));
    }

    private static IReadOnlyList<string> Cut(JudgedQuestion question, IEnumerable<string> sections)
        => [.. (question.ByDocument ? sections.Select(DocumentOf) : sections).Distinct().Take(Depth)];

    // A passage stands under "SOP 05 …" > "3 Steps".
    private static string Section(IReadOnlyList<string> headings)
        => headings.Count < 2 ? string.Empty : new string([.. headings[1].TakeWhile(char.IsDigit)]);

    private static Caller CallerOf(JudgedQuestion question, IReadOnlyDictionary<string, PersonaLimits> limits)
        => new()
        {
            Id = "eval:" + question.As,
            DisplayName = question.As,
            Roles = [question.As],
            Companies = [.. (limits.TryGetValue(question.As, out var own) ? own.Companies : throw new CopilotException($"{question.Id} is asked by \"{question.As}\", whom rights.yaml does not know.")).Select((name, i) => new CompanyRef(i + 1, name))],
        };
}
