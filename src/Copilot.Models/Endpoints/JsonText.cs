using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Copilot.Models.Endpoints;

/// <summary>
/// Reads text of answers that the JSON reader of .NET refuses: servers cut an answer between the two halves of a letter and send each half as an escape of its own,
/// and some send bytes that are no UTF-8. Neither is worth losing an answer.
/// </summary>
internal static class JsonText
{
    private const char Unknown = '\uFFFD';

    /// <summary>Reads a text.</summary>
    /// <param name="value">A JSON text.</param>
    /// <returns>The text; half letters are kept, so that the next piece can complete them.</returns>
    public static string Of(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)[1..^1]));
        }
    }

    /// <summary>Replaces half letters, which nothing else takes.</summary>
    /// <param name="text">The text.</param>
    public static string WithoutHalves(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
            {
                text.Append(ushort.TryParse(raw.AsSpan(i + 1, Math.Min(4, raw.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : Unknown);
                i = Math.Min(i + 4, raw.Length - 1);
                continue;
            }

            text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
        }

        return text.ToString();
    }
}
