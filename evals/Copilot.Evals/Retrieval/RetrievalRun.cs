using Copilot.Evals.Reports;

namespace Copilot.Evals.Retrieval;

/// <summary>The suite <c>retrieval</c>: the demo company's questions, or judged collections that are named.</summary>
internal static class RetrievalRun
{
    /// <summary>The name of the suite.</summary>
    public const string Suite = "retrieval";

    /// <summary>The name of what is measured.</summary>
    public const string Product = "copilot";

    /// <summary>The name of the same without vectors.</summary>
    public const string WordsOnly = "copilot, words only";

    private const double CompanyGain = 1.05;
    private const double CompanyHits = 97;

    // Their questions share few words with what answers them.
    private const double ParaphraseHits = 95;

    /// <summary>Runs it.</summary>
    public static async Task<IReadOnlyList<RankScore>> RunAsync(IReadOnlyList<string> corpora, string evals, string knowledge, CancellationToken cancellationToken)
    {
        var scores = new List<RankScore>();
        foreach (var corpus in corpora)
        {
            scores.AddRange(await CorpusExam.RunAsync(corpus, cancellationToken));
        }

        return corpora.Count > 0 ? scores : await CompanyExam.RunAsync(evals, knowledge, TimeProvider.System, cancellationToken);
    }

    /// <summary>The plain ways of searching that the product must beat.</summary>
    public static IEnumerable<(string Name, Func<string, int, IReadOnlySet<string>?, IReadOnlyList<string>> Rank)> References(PlainIndex plain)
        =>
        [
            ("BM25 0.9/0.4", (question, top, only) => plain.Bm25(question, 0.9, 0.4, top, only)),
            ("BM25 1.2/0.75", (question, top, only) => plain.Bm25(question, 1.2, 0.75, top, only)),
            ("FTS5", plain.Fts5),
        ];

    /// <summary>The limits: on the company's questions clearly better than plain ranking, on any collection not worse.</summary>
    public static IEnumerable<Gate> Gates(IReadOnlyList<RankScore> scores)
    {
        foreach (var collection in scores.Where(s => !s.Collection.Contains(", ", StringComparison.Ordinal)).GroupBy(s => s.Collection))
        {
            var product = collection.First(s => s.System == Product);
            var best = collection.Where(s => s.System is not (Product or WordsOnly)).Max(s => s.Ndcg);
            var isCompany = collection.Key == CompanyExam.Collection;
            yield return AtLeast($"{collection.Key}: nDCG@10, ‰", 1000 * product.Ndcg, 1000 * best * (isCompany ? CompanyGain : 1));
            if (isCompany)
            {
                var golden = scores.First(s => s.Collection == CompanyExam.GoldenOnly && s.System == Product);
                yield return AtLeast($"{CompanyExam.GoldenOnly}: hit in the first 5, %", 100 * golden.HitAt5, CompanyHits);
                var documents = scores.First(s => s.Collection == CompanyExam.Documents && s.System == Product);
                yield return AtLeast($"{collection.Key}, paraphrases too: document in the first 5, %", 100 * documents.HitAt5, ParaphraseHits);
            }
        }
    }

    private static Gate AtLeast(string name, double found, double limit)
        => new(name, Math.Round((decimal)found, 1), Math.Round((decimal)limit, 1), found >= limit);
}
