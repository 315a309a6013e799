using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Evals.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>
/// Business documents read into fields: exact formats by the second, PDFs against <c>pdftotext</c> alone, scans against <c>tesseract</c> alone, whole documents each time, from the file to checked fields.
/// Programs of their own do most of the work, so that elapsed time is what can be compared.
/// </summary>
internal sealed class DocumentsSuite : ISuite
{
    private const int Warm = 2;

    // One document a block: so many until what reads it is compiled for good, as in a service that has read its first hundred.
    private const int WarmPdf = 100;
    private const int Blocks = 9;
    private const int Many = 300;
    private const int LeastLines = 5;

    public string Name => "documents";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-documents-");
        try
        {
            var bare = new BareDocuments(folder.FullName);
            var extractor = house.Services.GetRequiredService<IDocumentExtractor>();
            foreach (var (name, path) in new[] { ("UBL invoice, 20 lines", bare.Ubl()), ("EDIFACT INVOIC, 20 lines", bare.Edifact()), ("X12 810, 20 lines", bare.X12()) })
            {
                await ExactAsync(extractor, report, name, path, cancellationToken);
            }

            var pdf = bare.Pdf();
            report.Add((await Pair.RunAsync(WarmPdf, Blocks, () => Clock.TimeAsync(() => ReadAsync(extractor, pdf, cancellationToken)), () => Clock.TimeAsync(() => BareFiles.ReadPdfAsync(pdf, cancellationToken))))
                .ToLine(Name, "PDF invoice with text, elapsed", "pdftotext -bbox-layout"));
            var languages = await BareDocuments.LanguagesAsync(new DocumentsOptions().Languages, cancellationToken);
            foreach (var (name, kind) in new[] { ("clean", ScanKind.All.Single(k => k.Name == "clean")), ("askew", ScanKind.All.Single(k => k.Name == "askew")) })
            {
                var (scan, picture) = await bare.ScanAsync(name, kind, cancellationToken);
                report.Add((await Pair.RunAsync(1, Blocks, () => Clock.TimeAsync(() => ReadAsync(extractor, scan, cancellationToken)), () => Clock.TimeAsync(() => BareDocuments.RecogniseAsync(picture, languages, cancellationToken))))
                    .ToLine(Name, $"scanned invoice, {name}, elapsed", "tesseract on its picture"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task ExactAsync(IDocumentExtractor extractor, Report report, string name, string path, CancellationToken cancellationToken)
    {
        var rates = new Samples();
        for (var block = -Warm; block < Blocks; block++)
        {
            var elapsed = await Clock.TimeAsync(async () =>
            {
                for (var i = 0; i < Many; i++)
                {
                    await ReadAsync(extractor, path, cancellationToken);
                }
            });
            if (block >= 0)
            {
                rates.Add(Many * 1000 / elapsed);
            }
        }

        report.Add(Line.Single(Name, $"{name}, one after the other", rates.Median, "1/s") with { Count = Blocks });
    }

    // What is measured must have been read: a document without its lines is no result.
    private static async Task ReadAsync(IDocumentExtractor extractor, string path, CancellationToken cancellationToken)
    {
        var read = await extractor.ExtractAsync(new FileToRead(Path.GetFileName(path), path), ExtractionEngine.Auto, cancellationToken);
        if (read.Type != BusinessDocumentType.Invoice || read.Lines.Count < LeastLines)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)} was read as {read.Type} with {read.Lines.Count} lines.");
        }
    }
}
