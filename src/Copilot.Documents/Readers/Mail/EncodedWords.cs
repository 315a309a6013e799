using System.Text;
using System.Text.RegularExpressions;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Readers.Mail;

/// <summary>Reads header text in which words are encoded (RFC 2047): <c>=?utf-8?Q?Preis=C3=BCbersicht?=</c>.</summary>
internal static partial class EncodedWords
{
    /// <summary>Decodes the words of a header text.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        var bytes = new MemoryStream();
        Encoding? open = null;
        var at = 0;
        foreach (Match word in Word().Matches(text))
        {
            var between = text.AsSpan(at, word.Index - at);
            var encoding = Charsets.Find(word.Groups[1].Value) ?? Encoding.UTF8;

            // White space between encoded words is not text, and a letter may be cut in two by their border.
            if (open is not null && (!between.IsWhiteSpace() || encoding != open))
            {
                Close(result, bytes, ref open);
            }

            if (!between.IsWhiteSpace() || at == 0)
            {
                result.Append(between);
            }

            open = encoding;
            var content = Encoding.Latin1.GetBytes(word.Groups[3].Value);
            if (word.Groups[2].ValueSpan is "B" or "b")
            {
                TransferDecoding.Base64(content, bytes);
            }
            else
            {
                TransferDecoding.QuotedPrintable(content, bytes, underscores: true);
            }

            at = word.Index + word.Length;
        }

        Close(result, bytes, ref open);
        return result.Append(text, at, text.Length - at).ToString();
    }

    private static void Close(StringBuilder result, MemoryStream bytes, ref Encoding? open)
    {
        if (open is not null)
        {
            result.Append(open.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
            bytes.SetLength(0);
            open = null;
        }
    }

    [GeneratedRegex(@"=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([BbQq])\?([^?\r\n]{0,2000})\?=")]
    private static partial Regex Word();
}
