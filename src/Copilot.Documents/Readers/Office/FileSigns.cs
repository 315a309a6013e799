using Copilot.Contracts;

namespace Copilot.Documents.Readers.Office;

/// <summary>Tells families of files by their first bytes.</summary>
internal static class FileSigns
{
    /// <summary>Whether the bytes start a ZIP file (an empty and a spanned one too).</summary>
    public static bool IsZip(ReadOnlySpan<byte> head)
        => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("PK\u0007\u0008"u8);

    /// <summary>Whether the bytes start a compound file: the Office formats before 2007, Outlook messages, and office files with a password.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Whether the bytes start a file in Rich Text Format.</summary>
    public static bool IsRichText(ReadOnlySpan<byte> head) => head.StartsWith("{\\rtf"u8);

    /// <summary>Whether the bytes start a PDF.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    /// <summary>Whether the bytes are surely no text: a known binary format, or zeros where no encoding of text has them.</summary>
    public static bool IsForeign(ReadOnlySpan<byte> head)
        => IsZip(head) || IsCompound(head) || IsPdf(head) || IsRichText(head)
            || head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || head.StartsWith<byte>([0x1F, 0x8B])
            || (head.Contains((byte)0) && Text.ByteMark.Of(head, out var mark) is null && mark == 0);

    /// <summary>Opens a file for reading at any place.</summary>
    public static FileStream Open(FileToRead file)
        => new(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 16 * 1024, FileOptions.RandomAccess);

    /// <summary>Reads the first bytes of a file.</summary>
    public static byte[] Head(Stream stream, int length = 4096)
    {
        var head = new byte[length];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, length, throwOnEndOfStream: false);
        stream.Position = 0;
        return head[..read];
    }

    /// <summary>Gets a name's extension for a message, or words for none.</summary>
    public static string ExtensionOf(FileToRead file) => Path.GetExtension(file.Name) is { Length: > 1 and <= 12 } extension ? extension : "without an extension";
}
