using System.Buffers;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Extraction.Edi;

/// <summary>Reads EDI files: X12, EDIFACT, and TRADACOMS as far as telling what it is.</summary>
internal static class EdiReader
{
    /// <summary>The longest mark of the beginning that is looked for.</summary>
    private const int ServiceLength = 9;

    /// <summary>Where in UNA the decimal mark stands.</summary>
    private const int DecimalPlace = 5;

    private static readonly SearchValues<char> BeforeFirst = SearchValues.Create(" \t\r\n\uFEFF");

    // The code points of EDIFACT's syntax identifiers (ISO 9735, UNECE directory 0001).
    private static readonly Dictionary<string, string> Charset = new()
    {
        ["UNOA"] = "iso-8859-1", ["UNOB"] = "iso-8859-1", ["UNOC"] = "iso-8859-1", ["UNOD"] = "iso-8859-2", ["UNOE"] = "iso-8859-5", ["UNOF"] = "iso-8859-7", ["UNOG"] = "iso-8859-3", ["UNOH"] = "iso-8859-4",
        ["UNOI"] = "iso-8859-6", ["UNOJ"] = "iso-8859-8", ["UNOK"] = "iso-8859-9", ["UNOL"] = "iso-8859-15", ["UNOW"] = "utf-8", ["UNOY"] = "utf-8",
    };

    /// <summary>Says whether bytes are the beginning of an EDI file.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(Begin(head));
        return text.StartsWith("ISA", StringComparison.Ordinal) && text.Length > 3 && !char.IsLetterOrDigit(text[3]) && !char.IsWhiteSpace(text[3])
            || text.StartsWith("UNA", StringComparison.Ordinal) && text.IndexOf("UNB", StringComparison.Ordinal) is >= 9 and < 16
            || text.StartsWith("UNB+", StringComparison.Ordinal) || text.StartsWith("STX=", StringComparison.Ordinal);
    }

    /// <summary>Reads all documents in it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CopilotException">It is broken; the message names the segment.</exception>
    public static IReadOnlyList<DocumentDraft> Read(byte[] bytes, string file, CancellationToken cancellationToken)
    {
        var remarks = new List<string>();
        var text = Decode(bytes, file, remarks);
        var start = text.AsSpan().IndexOfAnyExcept(BeforeFirst);
        var isX12 = text.AsSpan(start).StartsWith("ISA", StringComparison.Ordinal);
        if (text.AsSpan(start).StartsWith("STX=", StringComparison.Ordinal))
        {
            return [Tradacoms(EdiSplitter.Split(text, start, new EdiMarks(':', '+', '?', '\''), file, cancellationToken))];
        }

        var (marks, first) = isX12 ? X12Marks(text, start, file) : EdifactMarks(text, start, file);
        var messages = new EdiEnvelope(file, isX12).Open(EdiSplitter.Split(text, first, marks, file, cancellationToken));
        var drafts = messages.ConvertAll(m => isX12 ? X12Document.Read(m) : EdifactDocument.Read(m));
        foreach (var (message, draft) in messages.Zip(drafts))
        {
            message.Doubts.ToList().ForEach(draft.Doubt);
            remarks.ForEach(draft.Remark);
        }

        return drafts;
    }

    /// <summary>Splits a file of X12 or EDIFACT into its segments.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The segments, the characters that part them, whether it is X12, and its decimal mark; null when it is neither.</returns>
    /// <exception cref="CopilotException">It breaks off, or its head can't be read.</exception>
    public static (List<EdiSegment> Segments, EdiMarks Marks, bool IsX12, char DecimalMark)? Split(byte[] bytes, string file, CancellationToken cancellationToken)
    {
        if (!Is(bytes))
        {
            return null;
        }

        var text = Decode(bytes, file, []);
        var start = text.AsSpan().IndexOfAnyExcept(BeforeFirst);
        if (start < 0 || text.AsSpan(start).StartsWith("STX=", StringComparison.Ordinal))
        {
            return null;
        }

        var isX12 = text.AsSpan(start).StartsWith("ISA", StringComparison.Ordinal);
        var (marks, first) = isX12 ? X12Marks(text, start, file) : EdifactMarks(text, start, file);
        var mark = !isX12 && first > start ? text[start + DecimalPlace] : '.';
        return (EdiSplitter.Split(text, first, marks, file, cancellationToken), marks, isX12, mark);
    }

    private static ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        var start = head.IndexOfAnyExcept(" \t\r\n"u8);
        return start < 0 ? [] : head.Slice(start, Math.Min(64, head.Length - start));
    }

    private static string Decode(byte[] bytes, string file, List<string> remarks)
    {
        if (Array.IndexOf(bytes, (byte)0) >= 0)
        {
            throw new CopilotException($"\"{file}\" holds zero bytes, so it is no EDI file or was damaged on the way; ask the sender for it again.");
        }

        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 100));
        var at = head.IndexOf("UNO", StringComparison.Ordinal);
        var level = at >= 0 && at + 4 <= head.Length ? head.Substring(at, 4) : null;
        try
        {
            var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            if (level is not null && Charset.TryGetValue(level, out var declared) && declared != "utf-8" && utf8.Length != bytes.Length && !utf8.StartsWith('\uFEFF'))
            {
                remarks.Add($"the file declares {level} but is written in UTF-8; it was read as UTF-8");
            }

            return utf8;
        }
        catch (DecoderFallbackException) when (level is null || !Charset.TryGetValue(level, out var declared) || declared != "utf-8")
        {
            var name = level is not null && Charset.TryGetValue(level, out var known) ? known : "iso-8859-1";
            return (Charsets.Find(name) ?? Encoding.Latin1).GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new CopilotException($"\"{file}\" declares {level}, which is UTF-8, but holds other bytes; ask the sender for it again.", wrong);
        }
    }

    private static (EdiMarks Marks, int First) X12Marks(string text, int start, string file)
    {
        var element = start + 3 < text.Length ? text[start + 3] : ' ';
        var at = start + 3;
        for (var i = 0; i < 15 && at >= 0; i++)
        {
            at = text.IndexOf(element, at + 1);
        }

        // The sixteenth element is one character, which parts components; what follows ends segments.
        if (at < 0 || at + 2 >= text.Length)
        {
            throw new CopilotException($"\"{file}\" breaks off in its first segment (ISA); ask the sender for the whole file.");
        }

        var terminator = text[at + 2];
        return char.IsLetterOrDigit(terminator)
            ? throw new CopilotException($"\"{file}\": the first segment (ISA) does not end after its sixteenth element; ask the sender for it again.")
            : (new EdiMarks(text[at + 1], element, null, terminator), start);
    }

    private static (EdiMarks Marks, int First) EdifactMarks(string text, int start, string file)
    {
        if (!text.AsSpan(start).StartsWith("UNA", StringComparison.Ordinal))
        {
            return (new EdiMarks(':', '+', '?', '\''), start);
        }

        if (text.Length < start + ServiceLength)
        {
            throw new CopilotException($"\"{file}\" breaks off in its first segment (UNA); ask the sender for the whole file.");
        }

        var una = text.AsSpan(start + 3, 6);
        return (new EdiMarks(una[0], una[1], una[3] == ' ' ? null : una[3], una[5]), start + ServiceLength);
    }

    private static DocumentDraft Tradacoms(List<EdiSegment> segments)
    {
        // Its segments part the tag from the first element with an equals sign.
        var kind = segments.Select(s => s.Tag).FirstOrDefault(t => t.StartsWith("TYP=", StringComparison.Ordinal))?[4..];
        var draft = new DocumentDraft("tradacoms", $"TRADACOMS {kind}".TrimEnd(), BusinessDocumentType.Other);
        draft.Set("typeCode", kind);
        draft.Doubt("TRADACOMS is recognised but not read into fields");
        return draft;
    }
}
