namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>Tells text from other bytes by a file's beginning.</summary>
internal static class TextBytes
{
    /// <summary>Says whether the first bytes of a file are text in UTF-8, UTF-16 with its mark, or an old code page.</summary>
    public static bool Are(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
        {
            return true;
        }

        if (head.Contains((byte)0) || head.StartsWith("%PDF-"u8))
        {
            return false;
        }

        var controls = 0;
        foreach (var b in head)
        {
            controls += b < 32 && b is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }

        return controls <= Math.Max(4, head.Length / 100);
    }
}
