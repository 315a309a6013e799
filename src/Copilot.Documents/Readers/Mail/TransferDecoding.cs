namespace Copilot.Documents.Readers.Mail;

/// <summary>Undoes the encodings in which parts of a message travel (RFC 2045, section 6). Damaged places are passed over, never a reason to lose the rest.</summary>
internal static class TransferDecoding
{
    /// <summary>Writes a part's bytes as they were before they were sent.</summary>
    /// <param name="body">The part as it stands in the message.</param>
    /// <param name="encoding">The encoding's name; unknown ones change nothing.</param>
    /// <param name="to">Where the bytes go.</param>
    public static void Write(ReadOnlySpan<byte> body, string? encoding, Stream to)
    {
        switch (encoding?.Trim().ToLowerInvariant())
        {
            case "base64":
                Base64(body, to);
                break;
            case "quoted-printable":
                QuotedPrintable(body, to, underscores: false);
                break;
            default:
                to.Write(body);
                break;
        }
    }

    /// <summary>Undoes base64; everything outside its alphabet is passed over.</summary>
    public static void Base64(ReadOnlySpan<byte> body, Stream to)
    {
        Span<byte> output = stackalloc byte[3072];
        int bits = 0, held = 0, filled = 0;
        foreach (var b in body)
        {
            var value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                _ => -1,
            };
            if (b == '=')
            {
                // Padding ends a run; some programs put several runs one after the other.
                (bits, held) = (0, 0);
            }

            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFFFF;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                output[filled++] = (byte)(bits >> held);
                if (filled == output.Length)
                {
                    to.Write(output);
                    filled = 0;
                }
            }
        }

        to.Write(output[..filled]);
    }

    /// <summary>Undoes quoted-printable, and its form for header lines.</summary>
    /// <param name="body">The encoded bytes.</param>
    /// <param name="to">Where the bytes go.</param>
    /// <param name="underscores">Whether an underscore is a blank, as in header lines (RFC 2047, section 4.2).</param>
    public static void QuotedPrintable(ReadOnlySpan<byte> body, Stream to, bool underscores)
    {
        while (body.Length > 0)
        {
            var special = underscores ? body.IndexOfAny((byte)'=', (byte)'_') : body.IndexOf((byte)'=');
            to.Write(special < 0 ? body : body[..special]);
            if (special < 0)
            {
                return;
            }

            body = body[special..];
            if (body[0] == '_')
            {
                to.WriteByte((byte)' ');
                body = body[1..];
            }
            else if (body.Length >= 3 && Hex(body[1]) is >= 0 and var high && Hex(body[2]) is >= 0 and var low)
            {
                to.WriteByte((byte)((high << 4) | low));
                body = body[3..];
            }
            else if (LineBreak(body[1..]) is > 0 and var skipped)
            {
                body = body[(1 + skipped)..];
            }
            else
            {
                to.WriteByte((byte)'=');
                body = body[1..];
            }
        }
    }

    /// <summary>Counts the bytes of a soft line break after its sign: blanks that a server added, and the line end.</summary>
    private static int LineBreak(ReadOnlySpan<byte> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is (byte)' ' or (byte)'\t')
        {
            i++;
        }

        return i == rest.Length ? Math.Max(i, 0) : rest[i] == '\n' ? i + 1 : rest[i] == '\r' ? (i + 1 < rest.Length && rest[i + 1] == '\n' ? i + 2 : i + 1) : 0;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
