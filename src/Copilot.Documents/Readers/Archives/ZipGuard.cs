using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Copilot.Contracts;

namespace Copilot.Documents.Readers.Archives;

/// <summary>Opens a ZIP file only when its list of members keeps the limits; the list itself is looked at before it is read. Also guards office files, which are ZIP files.</summary>
internal static class ZipGuard
{
    private const int EndLength = 22;
    private const int LongestRemark = 65_535;

    /// <summary>Opens the archive for reading.</summary>
    /// <param name="stream">The file; owned by the archive afterwards.</param>
    /// <param name="limits">How far it may go.</param>
    /// <exception cref="CopilotException">It is broken or breaks a limit.</exception>
    public static ZipArchive Open(Stream stream, ZipLimits limits)
    {
        try
        {
            CheckDirectory(stream, limits);
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, new ZipNames());
            CheckMembers(archive, limits);
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw Broken(e);
        }
    }

    /// <summary>Opens a member and lets no more bytes out than the limits allow, whatever size its entry declares.</summary>
    /// <exception cref="CopilotException">It is encrypted, or packed in a way that is not known.</exception>
    public static Stream Open(ZipArchiveEntry member, ZipLimits limits)
    {
        if (member.IsEncrypted)
        {
            throw new CopilotException($"\"{Short(member.FullName)}\" is protected by a password; unpack it and add the files themselves.");
        }

        try
        {
            return new CountedStream(member.Open(), Math.Min(limits.Bytes, Math.Max(limits.RatioFrom, (member.CompressedLength + 64) * limits.Ratio)), Grows);
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    /// <summary>Says that the file is broken.</summary>
    public static CopilotException Broken(Exception? inner = null)
        => inner is null ? new CopilotException("the file is damaged or cut off; get it again from its sender.") : new CopilotException("the file is damaged or cut off; get it again from its sender.", inner);

    /// <summary>Shortens a member's name for a message.</summary>
    public static string Short(string name) => name.Length <= 100 ? name : name[..100] + "…";

    private static CopilotException Grows()
        => new("the file unpacks to far more than it holds packed (a ZIP bomb); it was not read. If it is genuine, unpack it and add the files themselves.");

    private static void CheckDirectory(Stream stream, ZipLimits limits)
    {
        var length = (int)Math.Min(stream.Length, EndLength + LongestRemark + 20);
        var tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > length)
        {
            throw Broken();
        }

        long members = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if ((members == ushort.MaxValue || start == uint.MaxValue) && end >= 20 && tail.AsSpan(end - 20).StartsWith("PK\u0006\u0007"u8))
        {
            var at = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - 20 + 8));
            if (at < 0 || at > stream.Length - 56)
            {
                throw Broken();
            }

            var large = new byte[56];
            stream.Position = at;
            stream.ReadExactly(large);
            stream.Position = 0;
            members = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(32));
            start = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48));
        }

        if (start < 0 || start > stream.Length || members < 0)
        {
            throw Broken();
        }

        // The list is read whole into memory and its own count is not to be trusted, so its bytes are limited too.
        if (members > limits.Members || stream.Length - start > limits.Directory + LongestRemark)
        {
            throw TooMany(limits);
        }
    }

    private static void CheckMembers(ZipArchive archive, ZipLimits limits)
    {
        long packed = 0, unpacked = 0;
        if (archive.Entries.Count > limits.Members)
        {
            throw TooMany(limits);
        }

        foreach (var member in archive.Entries)
        {
            if (member.Length < 0 || member.CompressedLength < 0)
            {
                throw Broken();
            }

            packed += member.CompressedLength;
            unpacked += member.Length;
            if (unpacked > limits.Bytes || unpacked < 0)
            {
                throw new CopilotException($"the file unpacks to more than {Megabytes(limits.Bytes)} MB; it was not read. Unpack it and add the files in smaller portions.");
            }
        }

        if (unpacked > limits.RatioFrom && unpacked / Math.Max(1, packed) > limits.Ratio)
        {
            throw Grows();
        }
    }

    private static CopilotException TooMany(ZipLimits limits)
        => new($"the file holds more than {limits.Members.ToString("N0", CultureInfo.InvariantCulture)} members; unpack it and add the files in smaller portions.");

    private static string Megabytes(long bytes) => (bytes / (1024 * 1024)).ToString("N0", CultureInfo.InvariantCulture);
}
