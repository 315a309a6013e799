namespace Copilot.Knowledge;

/// <summary>Where documents come from and where they are kept.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>Gets or sets the folder ingested at start. Default <c>knowledge</c>. A folder that does not exist means that nothing is ingested; empty switches it off.</summary>
    public string Folder { get; set; } = "knowledge";

    /// <summary>Gets or sets the folder of <c>knowledge.db</c>. Default <c>data</c>. It is created when missing; where it can't be written, nothing starts.</summary>
    public string Data { get; set; } = "data";

    /// <summary>
    /// Gets or sets the connection string of PostgreSQL with pgvector, which keeps the library and the queue in schema <c>knowledge</c> in place of the files in <see cref="Data"/>.
    /// Default null: the files.
    /// </summary>
    public string? Store { get; set; }

    /// <summary>Gets or sets the collection used when none is named. Default <c>default</c>; letters, digits, dot, dash and underscore, at most 64.</summary>
    public string Collection { get; set; } = "default";

    /// <summary>Gets or sets the file that lists the sources of documents. Default empty: <c>sources.json</c> in <see cref="Folder"/> where there is one. A file that is named and missing stops the start.</summary>
    public string Sources { get; set; } = string.Empty;

    /// <summary>Gets or sets the largest file that is read, in megabytes; Markdown has a limit of its own. Default 500, range 1–4,096. Larger files are refused with a message.</summary>
    public int LargestFileMegabytes { get; set; } = 500;

    /// <summary>Gets or sets the largest Markdown file, in megabytes. Default 20, range 1–200. It is parsed whole: a larger limit costs about ten times its size in memory.</summary>
    public int LargestMarkdownMegabytes { get; set; } = 20;

    /// <summary>Gets or sets the largest upload, in megabytes. Default 100, range 1–4,096.</summary>
    public int LargestUploadMegabytes { get; set; } = 50;

    /// <summary>Gets or sets how long reading one file may take, in minutes. Default 30, range 1–1,440. What takes longer is refused with a message; scanned pages take some seconds each.</summary>
    public int FileMinutes { get; set; } = 30;

    /// <summary>Gets or sets how many files are read at the same time, 0 to 64. Default 0: two, or one on a machine with one processor. More than there are processors slows answers down.</summary>
    public int Workers { get; set; }

    /// <summary>Gets or sets how many files may be taken out of one container, those in containers inside it counted. Default 2,000, range 1–100,000.</summary>
    public int ContainerFiles { get; set; } = 2000;

    /// <summary>Gets or sets how many megabytes may be taken out of one container. Default 2,000, range 1–100,000.</summary>
    public int ContainerMegabytes { get; set; } = 2000;

    /// <summary>
    /// Gets or sets the share of a question's weight, by rarity of its words, that a passage must hold to count as an answer. Default 0.54,
    /// range 0.1–0.95. Lower answers more questions from passages that only look alike; higher abstains from good ones.
    /// </summary>
    public double LeastCoverage { get; set; } = 0.54;

    /// <summary>Gets or sets the Qdrant in which the library is searched. Default none: the store itself is searched.</summary>
    public QdrantOptions Qdrant { get; set; } = new();

    /// <summary>Gets how many files are read at the same time.</summary>
    internal int WorkersInUse => Workers > 0 ? Workers : Math.Min(2, Environment.ProcessorCount);

    /// <summary>Gets what is wrong with the values, each with its key, the value found and the repair; empty when all is well.</summary>
    /// <returns>Messages for people.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(Data))
        {
            faults.Add("Copilot:Data is empty; name the folder for the embedded store, for example \"data\".");
        }

        if (!IsCollectionName(Collection))
        {
            faults.Add($"Copilot:Knowledge:Collection is \"{Collection}\"; use 1 to 64 letters, digits, dots, dashes and underscores.");
        }

        Range(faults, nameof(LargestFileMegabytes), LargestFileMegabytes, 1, 4096);
        Range(faults, nameof(LargestMarkdownMegabytes), LargestMarkdownMegabytes, 1, 200);
        Range(faults, nameof(LargestUploadMegabytes), LargestUploadMegabytes, 1, 4096);
        Range(faults, nameof(FileMinutes), FileMinutes, 1, 1440);
        Range(faults, nameof(Workers), Workers, 0, 64);
        Range(faults, nameof(ContainerFiles), ContainerFiles, 1, 100_000);
        Range(faults, nameof(ContainerMegabytes), ContainerMegabytes, 1, 100_000);
        if (LeastCoverage is not (>= 0.1 and <= 0.95))
        {
            faults.Add($"Copilot:Knowledge:LeastCoverage is {LeastCoverage}; use a number from 0.1 to 0.95.");
        }

        faults.AddRange(Qdrant.Faults());
        return faults;
    }

    /// <summary>Says whether a collection may be called so.</summary>
    internal static bool IsCollectionName(string? name)
        => name is { Length: >= 1 and <= 64 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static void Range(List<string> faults, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            faults.Add($"Copilot:Knowledge:{key} is {value}; use a number from {least} to {most}.");
        }
    }
}
