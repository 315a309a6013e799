using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;

namespace Copilot.Documents.Readers.Office;

/// <summary>Says in plain words what a file is when it is not what its extension promises, and what to do.</summary>
internal static class ForeignFile
{
    /// <summary>Refuses a file that is not a ZIP file, and therefore no office file of today.</summary>
    /// <param name="stream">The file; at its start afterwards.</param>
    /// <param name="file">Its name.</param>
    /// <param name="expected">The kind that its extension promises.</param>
    /// <exception cref="CopilotException">It is not.</exception>
    public static void Refuse(Stream stream, FileToRead file, OfficeKind expected)
    {
        var head = FileSigns.Head(stream);
        if (FileSigns.IsZip(head))
        {
            return;
        }

        throw new CopilotException(Words(head, stream, file) ?? $"this is not {expected.Words}, or its start is damaged; get it again from its sender.");
    }

    /// <summary>Says what a file is and what to do, when its bytes are known; null otherwise.</summary>
    public static string? Words(ReadOnlySpan<byte> head, Stream stream, FileToRead file)
    {
        var extension = FileSigns.ExtensionOf(file);
        if (head.Length == 0)
        {
            return "the file is empty; get it again from its sender.";
        }

        if (FileSigns.IsCompound(head))
        {
            return OldFile(stream);
        }

        if (FileSigns.IsZip(head))
        {
            return Package(stream, extension);
        }

        return FileSigns.IsRichText(head) ? "this is a Rich Text file (RTF), which is not read; open it in Word and save it as .docx or PDF."
            : FileSigns.IsPdf(head) ? $"this is a PDF named {extension}; rename it to .pdf and add it again."
            : head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) ? $"this is a PNG picture named {extension}; rename it to .png and add it again."
            : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? $"this is a JPEG picture named {extension}; rename it to .jpg and add it again."
            : StartsMarkup(head) ? $"this is a web page named {extension}; rename it to .html and add it again."
            : null;
    }

    /// <summary>Says what an office file of that kind is when its name promises something else.</summary>
    public static string Words(OfficeKind kind, string extension)
        => kind == OfficeKind.BinaryExcel
            ? "this is an Excel workbook in binary parts (.xlsb), which is not read; open it in Excel and save it as .xlsx."
            : $"this is {kind.Words} named {extension}; rename it to {kind.Extension} and add it again.";

    private static string Package(Stream stream, string extension)
    {
        using var archive = ZipGuard.Open(stream, new ZipLimits());
        return OfficePackage.KindOf(archive) is { } kind ? Words(kind, extension)
            : archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null ? "this is an OpenDocument file, which is not read; save it as .docx, .xlsx, .pptx or PDF."
            : $"this is a ZIP archive named {extension}; rename it to .zip and add it again.";
    }

    private static bool StartsMarkup(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(512, head.Length)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<meta", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A compound file names its streams in UTF-16; which ones there are tells the program that wrote it.</summary>
    private static string OldFile(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[4 * 1024 * 1024];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var bytes = buffer.AsSpan(0, read);
        return Has(bytes, "EncryptedPackage") ? "the file is protected by a password; save it without the password and add it again."
            : Has(bytes, "WordDocument") ? "this is a Word document in the format of before 2007 (.doc), which is not read; open it in Word and save it as .docx or PDF."
            : Has(bytes, "Workbook") || Has(bytes, "Book") ? "this is an Excel workbook in the format of before 2007 (.xls), which is not read; open it in Excel and save it as .xlsx."
            : Has(bytes, "PowerPoint Document") ? "this is a presentation in the format of before 2007 (.ppt), which is not read; open it in PowerPoint and save it as .pptx or PDF."
            : Has(bytes, "__properties_version1.0") ? "this is a message saved by Outlook (.msg), which is not read; save it as .eml or PDF."
            : "this is a file in an office format of before 2007, which is not read; open it in its program and save it in today's format or as PDF.";
    }

    private static bool Has(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
