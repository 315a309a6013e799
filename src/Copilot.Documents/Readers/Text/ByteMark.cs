using System.Text;

namespace Copilot.Documents.Readers.Text;

/// <summary>Tells the encoding of a text by its first bytes.</summary>
internal static class ByteMark
{
    /// <summary>Reads the byte order mark, or sees the zeros of UTF-16 without one.</summary>
    /// <param name="head">The first bytes of the text.</param>
    /// <param name="length">How many bytes the mark itself takes.</param>
    /// <returns>The encoding, or null when the bytes don't say.</returns>
    public static Encoding? Of(ReadOnlySpan<byte> head, out int length)
    {
        length = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]) ? 2 : 0;
        if (length == 3)
        {
            return null;
        }

        if (length == 2)
        {
            return head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        // Western text in UTF-16 has a zero in every second byte, always on the same side.
        var some = head[..(Math.Min(head.Length, 512) & ~1)];
        int even = 0, odd = 0;
        for (var i = 0; i < some.Length; i++)
        {
            if (some[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        var half = some.Length / 2;
        return half < 2 ? null
            : odd >= half * 0.7 && even == 0 ? Encoding.Unicode
            : even >= half * 0.7 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }
}
