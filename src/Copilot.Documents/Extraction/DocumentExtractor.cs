using System.Buffers;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Extraction.Edi;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Extraction.Xml;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;

namespace Copilot.Documents.Extraction;

/// <summary>Reads business documents of exact formats: UBL, Cross Industry, FatturaPA, X12, EDIFACT, and PDFs that carry such data.</summary>
/// <param name="attachments">Takes embedded files out of PDFs.</param>
/// <param name="pages">Reads the words of pages.</param>
internal sealed class DocumentExtractor(PdfAttachments attachments, PageWords pages) : IDocumentExtractor
{
    private const long MostBytes = 64L << 20;
    private const long MostPdfBytes = 256L << 20;
    private const int HeadLength = 4096;

    // Byte order marks, the zeros of UTF-16, and white space.
    private static readonly SearchValues<byte> BeforeXml = SearchValues.Create(0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0D, 0x0A);

    /// <inheritdoc/>
    public bool Knows(FileToRead file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = Open(file);
        var head = Head(stream);
        return IsPdf(head) || PictureHeader.Knows(head) || IsExact(head);
    }

    /// <inheritdoc/>
    public async Task<ExtractedDocument> ExtractAsync(FileToRead file, ExtractionEngine engine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return (await ReadAsync(file, engine, alwaysPages: false, cancellationToken)).Document;
    }

    /// <summary>Reads a file, and the words of its pages.</summary>
    /// <param name="file">The file. Untrusted.</param>
    /// <param name="engine">Which way.</param>
    /// <param name="alwaysPages">Reads the pages also where embedded data says all there is to know.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CopilotException">It is broken, too large, or of no format that is read.</exception>
    internal async Task<DocumentReading> ReadAsync(FileToRead file, ExtractionEngine engine, bool alwaysPages, CancellationToken cancellationToken)
    {
        byte[] head;
        long length;
        using (var stream = Open(file))
        {
            (head, length) = (Head(stream), stream.Length);
        }

        if (IsPdf(head) && length > MostPdfBytes)
        {
            throw new CopilotException($"\"{file.Name}\" has {length >> 20} MB; business documents of up to {MostPdfBytes >> 20} MB are read. Ask the sender to split it.");
        }

        if (PictureHeader.Knows(head))
        {
            var seen = await pages.OfPictureAsync(file, cancellationToken);
            return Shown(seen, ExtractionEngine.Ocr, file.Name);
        }

        if (!IsPdf(head))
        {
            return engine == ExtractionEngine.Auto ? new(Exact(file, head, cancellationToken) ?? throw Unknown(file, head), [])
                : throw new CopilotException($"\"{file.Name}\" has no pages to read; use --engine auto for exact formats, and text or ocr for PDF and pictures.");
        }

        if (engine != ExtractionEngine.Auto)
        {
            return Shown(await pages.OfPdfAsync(file, engine == ExtractionEngine.Ocr, cancellationToken), engine, file.Name);
        }

        // Most PDFs carry no data of their own: their pages are read while this one is searched for it.
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = pages.OfPdfAsync(file, recognise: false, leaving.Token);
        try
        {
            return await attachments.ReadAsync(file, inner => Embedded(inner, cancellationToken), cancellationToken) is { } found
                ? new(found with { File = file.Name, Pages = await pages.CountAsync(file, cancellationToken), Format = $"{found.Format} in PDF" }, alwaysPages ? await reading : [])
                : Shown(await reading, engine, file.Name);
        }
        finally
        {
            await leaving.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Says whether a file's first bytes may be those of an exact format: XML that is no web page, or EDI.</summary>
    /// <param name="head">Up to 4,096 bytes.</param>
    internal static bool IsExact(ReadOnlySpan<byte> head) => (IsXml(head) && !IsPage(head)) || EdiReader.Is(head);

    private static ExtractedDocument? Embedded(FileToRead file, CancellationToken cancellationToken)
    {
        using var stream = Open(file);
        var head = Head(stream);
        return IsXml(head) ? Exact(file, head, cancellationToken) : null;
    }

    private static ExtractedDocument? Exact(FileToRead file, byte[] head, CancellationToken cancellationToken)
    {
        using var stream = Open(file);
        if (stream.Length > MostBytes && (IsXml(head) || EdiReader.Is(head)))
        {
            throw new CopilotException($"\"{file.Name}\" has {stream.Length >> 20} MB; documents of up to {MostBytes >> 20} MB are read. Ask the sender to split it.");
        }

        if (EdiReader.Is(head))
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Together(EdiReader.Read(bytes, file.Name, cancellationToken), file.Name);
        }

        if (!IsXml(head))
        {
            return null;
        }

        var root = XmlPartReader.Read(stream, file.Name, cancellationToken);
        return UblDocument.Is(root) ? UblDocument.Read(root).Finish(file.Name)
            : CiiDocument.Is(root) ? CiiDocument.Read(root, file.Name).Finish(file.Name)
            : FatturaDocument.Is(root) ? Together([.. FatturaDocument.Read(root)], file.Name)
            : null;
    }

    /// <summary>Reads what pages show: one document, or several one after the other.</summary>
    private static DocumentReading Shown(IReadOnlyList<PlacedPage> pages, ExtractionEngine asked, string file)
    {
        var engine = asked == ExtractionEngine.Ocr || pages.All(p => p.Recognised || p.Words.Count == 0) ? "ocr" : "text";
        var drafts = DocumentParts.Of(pages).Select(p => (First: p.Count > 0 ? p[0].Number : 1, Draft: PageDocument.Read(p, engine))).ToList();
        foreach (var (first, draft) in drafts.Count > 1 ? drafts : [])
        {
            draft.FirstPage = first;
        }

        var all = drafts.ConvertAll(d => d.Draft.Finish(file));
        return new(Together(all), pages) { Each = all };
    }

    private static ExtractedDocument Together(IEnumerable<DocumentDraft> drafts, string file) => Together([.. drafts.Select(d => d.Finish(file))]);

    private static ExtractedDocument Together(List<ExtractedDocument> all)
        => all.Count == 1 ? all[0] : all[0] with
        {
            MoreDocuments = [.. all.Skip(1)],
            NeedsReview = all.Exists(d => d.NeedsReview),
            Warnings = [.. all[0].Warnings, $"the file holds {all.Count} documents; this is the first"],
        };

    private static CopilotException Unknown(FileToRead file, byte[] head)
        => head.Length == 0 ? new($"\"{file.Name}\" is empty.")
            : new($"\"{file.Name}\" is {(IsXml(head) ? "XML of another kind" : "of a format")} that is not read into fields; UBL, UN/CEFACT Cross Industry, FatturaPA, X12, EDIFACT and PDFs that carry such data are.");

    private static FileStream Open(FileToRead file)
    {
        try
        {
            return new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new CopilotException($"\"{file.Name}\" can't be opened; name a file that exists and may be read.", missing);
        }
    }

    private static byte[] Head(FileStream stream)
    {
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        stream.Position = 0;
        return head[..length];
    }

    private static bool IsPage(ReadOnlySpan<byte> head)
        => Encoding.Latin1.GetString(head) is var text && (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.Contains("<svg", StringComparison.OrdinalIgnoreCase));

    private static bool IsPdf(ReadOnlySpan<byte> head) => head.IndexOf("%PDF-"u8) is >= 0 and < 1024;

    private static bool IsXml(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOfAnyExcept(BeforeXml);
        return at >= 0 && head[at] == (byte)'<';
    }
}
