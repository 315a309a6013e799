using Copilot.Contracts;
using Copilot.Knowledge;

namespace Copilot.Evals.Retrieval;

/// <summary>Asks a judged collection: each record is a file of its own, taken in as anybody would take it in.</summary>
internal static class CorpusExam
{
    private const int Depth = 100;

    /// <summary>Asks, and lets plain BM25 and FTS5 answer the same questions over the same records.</summary>
    public static async Task<IReadOnlyList<RankScore>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var corpus = JudgedCorpus.Read(folder);
        var files = Directory.CreateTempSubdirectory("copilot-corpus-");
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (id, title, text) in corpus.Documents.Where(d => !string.IsNullOrWhiteSpace(d.Title + d.Text)))
            {
                // An id may hold what a file's name can't.
                var name = $"r{names.Count}";
                names.Add(name, id);
                await File.WriteAllTextAsync(Path.Combine(files.FullName, name + ".md"), title.Length > 0 ? $"# {title}\n\n{text}\n" : text, cancellationToken);
            }

            var scores = new List<RankScore>();
            foreach (var (system, vectors) in new[] { (RetrievalRun.Product, true), (RetrievalRun.WordsOnly, false) })
            {
                await using var search = await SearchUnderTest.OfAsync(files.FullName, vectors, cancellationToken);
                var runs = new List<(string, IReadOnlyList<string>, IReadOnlyDictionary<string, int>)>();
                foreach (var (question, grades) in corpus.Questions)
                {
                    runs.Add((question, await FindAsync(search.Search, question, names, cancellationToken), grades));
                }

                scores.Add(RankScore.Of(corpus.Name, system, runs));
            }

            using var plain = new PlainIndex(corpus.Documents.Select(d => (d.Id, $"{d.Title} {d.Text}")));
            scores.AddRange(RetrievalRun.References(plain).Select(r => RankScore.Of(corpus.Name, r.Name, [.. corpus.Questions.Select(q => (q.Text, r.Rank(q.Text, Depth, null), q.Grades))])));
            return scores;
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> FindAsync(KnowledgeSearch search, string question, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var caller = new Caller { Id = "eval", DisplayName = "eval", Roles = [RoleNames.OperationsManager], Companies = [new CompanyRef(1, "Any")] };
        var found = await search.RankDocumentsAsync(new KnowledgeQuery { Text = question, Caller = caller, Top = Depth }, cancellationToken);
        return [.. found.Select(f => names[f.DocumentId])];
    }
}
