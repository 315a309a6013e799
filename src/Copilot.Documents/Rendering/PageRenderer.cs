using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Pdf;
using Copilot.Documents.Pictures;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Rendering;

/// <summary>Draws pages of PDF files and pictures as PNG.</summary>
internal sealed class PageRenderer(PdfProperties properties, PdfDrawing drawing, PictureSheet sheet, DocumentsOptions options) : IPageRenderer
{
    /// <summary>The longest side of a drawn page, in pixels; larger pages are drawn at a lower resolution.</summary>
    private const int LongestSide = 4_000;

    /// <summary>The largest PNG that is handed out, in bytes.</summary>
    private const int LargestPicture = 32 << 20;

    /// <inheritdoc/>
    public bool Draws(string format) => format is "pdf" or "image";

    /// <inheritdoc/>
    public async Task<byte[]> DrawAsync(FileToRead file, int page, int dotsPerInch, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dotsPerInch, 36);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dotsPerInch, 300);
        var head = new byte[4096];
        int length;
        await using (var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        }

        using var folder = new WorkFolder(options.WorkFolder);
        return PictureHeader.Knows(head.AsSpan(0, length))
            ? await PictureAsync(file, page, dotsPerInch, PictureHeader.IsPng(head), folder, cancellationToken)
            : await PdfAsync(file, page, dotsPerInch, folder, cancellationToken);
    }

    private static CopilotException NoPage(FileToRead file, int page, int pages)
        => new(string.Create(CultureInfo.InvariantCulture, $"\"{file.Name}\" has no page {page}; it has {pages}."));

    private async Task<byte[]> PictureAsync(FileToRead file, int page, int dotsPerInch, bool isPng, WorkFolder folder, CancellationToken cancellationToken)
    {
        var sizes = PictureCheck.Of(file, options);
        if (page < 1 || page > sizes.Count)
        {
            throw NoPage(file, page, sizes.Count);
        }

        // A PNG of a reasonable size is what is asked for already.
        if (isPng && sizes[0] is { Width: <= LongestSide, Height: <= LongestSide } && new FileInfo(file.Path).Length <= LargestPicture)
        {
            return await File.ReadAllBytesAsync(file.Path, cancellationToken);
        }

        var target = folder.File("picture");
        var end = await sheet.PutAsync(file, sizes, page - 1, target, cancellationToken);
        return end.Fine && File.Exists(target + ".pdf")
            ? await PdfAsync(file with { Path = target + ".pdf" }, 1, dotsPerInch, folder, cancellationToken)
            : throw new CopilotException($"\"{file.Name}\" could not be drawn{Because(end)}; open it and save it again as PNG.");
    }

    private async Task<byte[]> PdfAsync(FileToRead file, int page, int dotsPerInch, WorkFolder folder, CancellationToken cancellationToken)
    {
        var facts = await properties.OfAsync(file, cancellationToken);
        if (page < 1 || page > facts.Pages)
        {
            throw NoPage(file, page, facts.Pages);
        }

        if (page > 1)
        {
            facts = await properties.OfAsync(file, page, page, cancellationToken);
        }

        var inches = facts.Frames.TryGetValue(page, out var frame) ? Math.Max(frame.Width, frame.Height) / 72 : 11.7f;
        var side = (int)Math.Clamp(MathF.Round(inches * dotsPerInch), 16, LongestSide);
        var target = folder.File("page");
        var end = await drawing.DrawAsync(file, page, side, "-png", target, cancellationToken);
        var picture = new FileInfo(target + ".png");
        if (!end.Fine || !picture.Exists || picture.Length == 0)
        {
            throw new CopilotException(string.Create(CultureInfo.InvariantCulture, $"Page {page} of \"{file.Name}\" could not be drawn{Because(end)}."));
        }

        return picture.Length <= LargestPicture
            ? await File.ReadAllBytesAsync(picture.FullName, cancellationToken)
            : throw new CopilotException(string.Create(CultureInfo.InvariantCulture, $"Page {page} of \"{file.Name}\" is too large a picture at {dotsPerInch} dots per inch; ask for fewer."));
    }

    private static string Because(ProgramEnd end)
        => end.Ending == ProgramEnding.TimeUp ? ": it took too long" : end.Complaint.Length > 0 ? $" ({end.Complaint})" : string.Empty;
}
