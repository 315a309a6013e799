using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Evals.Reports;
using Copilot.Evals.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Evals.Documents;

/// <summary>The suite <c>documents</c>: documents made in many layouts, or folders of judged ones that are named.</summary>
internal static class DocumentsRun
{
    /// <summary>Where chance begins for the documents that are made.</summary>
    public const int Seed = 8;

    /// <summary>The group of documents that were made.</summary>
    public const string Made = "made PDFs";

    /// <summary>The group of documents that were made with other chances; nothing was mended by what they show.</summary>
    public const string HeldBack = "made PDFs, held back";

    /// <summary>The groups of scans begin with this.</summary>
    public const string Scans = "scans, ";

    private const string ByPage = ", by the page";
    private const decimal LeastFields = 97;
    private const decimal LeastLines = 93;
    private const decimal LeastTypes = 98;
    private const decimal LeastScanned = 92;
    private const decimal MostCalibrationError = 0.05m;
    private const int HeldBackSeed = 26;
    private const int UsualResolution = 200;

    /// <summary>Runs it.</summary>
    public static async Task<IReadOnlyList<DocumentScore>> RunAsync(IReadOnlyList<string> folders, IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging().AddDocuments(new DocumentsOptions()).BuildServiceProvider();
        var extractor = services.GetRequiredService<IDocumentExtractor>();
        var scores = new List<DocumentScore>();
        foreach (var folder in folders)
        {
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
            scores.Add(await ExamineAsync(name, GoldFile.Read(folder, byPage: false), ExtractionEngine.Auto));
            if (scores[^1].Documents > 0 && Directory.EnumerateFiles(folder, "*.pdf").Any())
            {
                scores.Add(await ExamineAsync(name + ByPage, GoldFile.Read(folder, byPage: true), ExtractionEngine.Text));
            }
        }

        if (folders.Count == 0)
        {
            var folder = Directory.CreateTempSubdirectory("copilot-documents-").FullName;
            try
            {
                scores.Add(await ExamineAsync(Made, MadeDocuments.Make(folder, Seed), ExtractionEngine.Text));
                scores.Add(await ExamineAsync(HeldBack, MadeDocuments.Make(folder, HeldBackSeed), ExtractionEngine.Text));
                foreach (var kind in ScanKind.All)
                {
                    scores.Add(await ExamineAsync(Scans + kind.Name, await MadeScans.MakeAsync(folder, Seed, kind, cancellationToken), ExtractionEngine.Auto));
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return scores;

        Task<DocumentScore> ExamineAsync(string name, List<JudgedDocument> documents, ExtractionEngine engine)
        {
            var done = 0;
            return new DocumentExam(extractor, engine).RunAsync(name, documents, () => progress.Report(new EvalProgress(Interlocked.Increment(ref done), documents.Count, name)), cancellationToken);
        }
    }

    /// <summary>The limits. Folders from elsewhere are measured; what they hold is not promised.</summary>
    public static IEnumerable<Gate> Gates(IReadOnlyList<DocumentScore> scores)
    {
        var fine = ScanKind.All.Where(k => k is { DotsPerInch: >= UsualResolution, IsPhotographed: false }).Select(k => Scans + k.Name).ToList();
        var scanned = scores.Where(s => fine.Contains(s.Group)).Select(s => s.Fields).ToList();
        if (scanned.Count > 0)
        {
            yield return Gate.AtLeast($"scans at {UsualResolution} dpi: fields right, %", new Share(scanned.Sum(s => s.Right), scanned.Sum(s => s.Of)), LeastScanned);
        }

        foreach (var score in scores)
        {
            if (score.Group is Made or HeldBack)
            {
                yield return Gate.AtLeast($"{score.Group}: fields right, %", score.Fields, LeastFields);
                yield return Gate.AtLeast($"{score.Group}: lines complete, %", score.Lines, LeastLines);
                yield return Gate.AtLeast($"{score.Group}: types right, %", score.Types, LeastTypes);
                yield return new Gate($"{score.Group}: calibration error", (decimal)score.CalibrationError, MostCalibrationError, (decimal)score.CalibrationError <= MostCalibrationError);
            }

            if (score.Refused.Of > 0)
            {
                yield return Gate.AtLeast($"{score.Group}: broken ones refused, %", score.Refused, 100);
            }
        }
    }
}
