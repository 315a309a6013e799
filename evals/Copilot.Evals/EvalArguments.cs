namespace Copilot.Evals;

/// <summary>What was typed behind <c>copilot eval</c>.</summary>
/// <param name="Suites">The suites; none means all.</param>
/// <param name="Json">Whether the report is written as JSON.</param>
/// <param name="Out">The folder for reports, or null.</param>
/// <param name="Corpora">Folders of judged collections to search in the place of the company's documents.</param>
/// <param name="Data">Files of series to forecast in the place of made ones, or folders of judged documents to read.</param>
internal sealed record EvalArguments(IReadOnlyList<string> Suites, bool Json, string? Out, IReadOnlyList<string> Corpora, IReadOnlyList<string> Data)
{
    /// <summary>How it is used.</summary>
    public const string Usage =
        "copilot eval [SUITE…] [--corpus DIR…] [--data FILE|DIR…] [--json] [--out DIR]\n"
        + "SUITE is golden, routing, retrieval, answers, forecasting, documents, matching, voices, safety, safety/CLASS, the name of a file under evals/golden, a tag or a case; all when none is named.\n"
        + "DIR holds corpus.jsonl, queries.jsonl and qrels.tsv; it is searched in the place of the company's documents.\n"
        + "After --data, DIR holds documents and gold.jsonl; they are read in the place of documents made in many layouts, PDFs a second time without what is embedded in them.\n"
        + "FILE holds one series a line, {\"id\",\"freq\",\"h\",\"train\":[…],\"test\":[…]}, and may be gzipped; it is forecast in the place of series made by known rules.\n"
        + "Exit code 0: all gates kept, 1: a gate falls short or trouble, 2: bad input.";

    private const string Class = "safety/";

    /// <summary>Gets a value indicating whether series are forecast.</summary>
    public bool AsksForecasting => AsksAll || Suites.Contains("forecasting") || SeriesFiles.Count > 0;

    /// <summary>Gets a value indicating whether business documents are read.</summary>
    public bool AsksDocuments => AsksAll || Suites.Contains("documents") || DocumentFolders.Count > 0;

    /// <summary>Gets a value indicating whether suppliers' papers are matched with orders.</summary>
    public bool AsksMatching => AsksAll || Suites.Contains("matching");

    /// <summary>Gets the files of series.</summary>
    public IReadOnlyList<string> SeriesFiles => [.. Data.Where(d => !Directory.Exists(d))];

    /// <summary>Gets the folders of judged documents.</summary>
    public IReadOnlyList<string> DocumentFolders => [.. Data.Where(Directory.Exists)];

    /// <summary>Gets a value indicating whether routing questions are asked.</summary>
    public bool AsksRouting => AsksAll || Suites.Contains("routing");

    /// <summary>Gets a value indicating whether the search alone is asked.</summary>
    public bool AsksRetrieval => (Suites.Count == 0 && Data.Count == 0) || Suites.Contains("retrieval") || Corpora.Count > 0;

    /// <summary>Gets a value indicating whether questions to the documents are asked as whole turns.</summary>
    public bool AsksAnswers => AsksAll || Suites.Contains("answers");

    /// <summary>Gets a value indicating whether the golden questions are asked through scripted models.</summary>
    public bool AsksVoices => AsksAll || Suites.Contains("voices");

    /// <summary>Gets a value indicating whether the attempts to make it misbehave are made.</summary>
    public bool AsksSafety => AsksAll || Suites.Contains("safety") || SafetyClasses.Count > 0;

    /// <summary>Gets the classes of attempts to make; none means all.</summary>
    public IReadOnlyList<string> SafetyClasses => [.. Suites.Where(s => s.StartsWith(Class, StringComparison.Ordinal)).Select(s => s[Class.Length..])];

    /// <summary>Gets the suites that are golden questions.</summary>
    public IReadOnlyList<string> GoldenSuites => [.. Suites.Where(s => s is not ("routing" or "retrieval" or "answers" or "forecasting" or "documents" or "matching" or "voices" or "safety") && !s.StartsWith(Class, StringComparison.Ordinal))];

    /// <summary>Gets a value indicating whether golden questions are asked.</summary>
    public bool AsksGolden => AsksAll || GoldenSuites.Count > 0;

    /// <summary>Gets the suites that are asked, by name.</summary>
    public IReadOnlyList<string> Asked => AsksAll ? ["golden", "routing", "retrieval", "answers", "forecasting", "documents", "matching", "voices", "safety"] : Suites;

    private bool AsksAll => Suites.Count == 0 && Corpora.Count == 0 && Data.Count == 0;

    /// <summary>Reads arguments; null when they are not understood.</summary>
    public static EvalArguments? TryParse(IReadOnlyList<string> args)
    {
        var suites = new List<string>();
        var json = false;
        string? folder = null;
        var (corpora, data) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--json":
                    json = true;
                    break;
                case "--out" when i + 1 < args.Count:
                    folder = args[++i];
                    break;
                case "--corpus" when i + 1 < args.Count:
                    corpora.Add(args[++i]);
                    break;
                case "--data" when i + 1 < args.Count:
                    data.Add(args[++i]);
                    break;
                case var other when other.StartsWith('-'):
                    return null;
                default:
                    suites.Add(args[i]);
                    break;
            }
        }

        return new EvalArguments(suites, json, folder, corpora, data);
    }
}
