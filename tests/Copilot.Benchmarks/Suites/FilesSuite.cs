using AngleSharp.Html.Parser;
using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>Files read whole, block by block, against the usual library of each format that only walks through the same file.</summary>
internal sealed class FilesSuite : ISuite
{
    private const int Blocks = 7;
    private const int Warm = 2;
    private const int Runs = 2;

    public string Name => "files";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-files-");
        try
        {
            var files = new BareFiles(folder.FullName);
            await PairAsync(house, report, files.Csv(), "CSV, 50 MB", "CsvHelper, each cell as text", BareFiles.ReadCsv, cancellationToken);
            await PairAsync(house, report, files.Html(), "HTML, 10 MB", "AngleSharp, the page's tree", path => new HtmlParser().ParseDocument(File.ReadAllText(path)).Body!.TextContent.Length, cancellationToken);
            await PairAsync(house, report, files.Sheet(), "XLSX, 60,000 rows", "OpenXmlReader, each cell's text", BareFiles.ReadSheet, cancellationToken);
            await PairAsync(house, report, files.Letter(), "DOCX, 30,000 paragraphs", "OpenXmlReader, each paragraph's text", BareFiles.ReadLetter, cancellationToken);
            await PairAsync(house, report, files.Slides(), "PPTX, 300 slides", "OpenXml SDK, each text", BareFiles.ReadSlides, cancellationToken);
            await PairAsync(house, report, files.Markdown(), "Markdown, 4 MB", "Markdig, the plain text", path => Markdig.Markdown.ToPlainText(File.ReadAllText(path)).Length, cancellationToken);
            await PairAsync(house, report, files.Text(), "plain text, 9 MB", "File.ReadAllText", path => File.ReadAllText(path).Length, cancellationToken);
            await ProgramAsync(house, report, files.Pdf(), cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Programs of their own read PDF, so that elapsed time is what can be compared.</summary>
    private async Task ProgramAsync(RunningHouse house, Report report, string path, CancellationToken cancellationToken)
    {
        var reader = house.Services.GetServices<IFileReader>().First(r => r.Extensions.Contains(".pdf"));
        var pair = await Pair.RunAsync(
            Warm,
            Blocks,
            () => Clock.TimeAsync(async () =>
            {
                await foreach (var part in reader.ReadAsync(new FileToRead(Path.GetFileName(path), path), cancellationToken))
                {
                    GC.KeepAlive(part);
                }
            }),
            () => Clock.TimeAsync(() => BareFiles.ReadPdfAsync(path, cancellationToken)));
        report.Add(pair.ToLine(Name, "PDF, 200 pages of text, elapsed", "pdftotext -bbox-layout"));
    }

    private async Task PairAsync(RunningHouse house, Report report, string path, string name, string reference, Func<string, long> bare, CancellationToken cancellationToken)
    {
        var reader = house.Services.GetServices<IFileReader>().First(r => r.Extensions.Contains(Path.GetExtension(path)));
        var parts = 0;
        async Task Read()
        {
            await foreach (var part in reader.ReadAsync(new FileToRead(Path.GetFileName(path), path), cancellationToken))
            {
                parts += part.Blocks.Count;
            }
        }

        Task Walk()
        {
            parts += (int)(bare(path) & 1);
            return Task.CompletedTask;
        }

        await Work.CompareAsync(Warm, Runs, Read, Walk);
        var (of, against) = await Work.CompareAsync(Blocks, Runs, Read, Walk);
        report.Add(Line.Single(Name, name, of, "ms cpu") with { Count = Blocks, Reference = reference, ReferenceMedian = against, Adds = of - against, Ratio = of / Math.Max(against, 0.0001) });
    }
}
