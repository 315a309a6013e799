using System.Text;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Readers.Mail;

/// <summary>A header value with parameters: <c>text/plain; charset=utf-8</c> (RFC 2045, section 5.1, and RFC 2231 for long and foreign ones).</summary>
internal sealed class MimeValue
{
    private const int MostParameters = 200;
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a value; null for a line that is not there.</summary>
    public MimeValue(string? text)
    {
        text ??= string.Empty;
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        Name = (semicolon < 0 ? text : text[..semicolon]).Trim().ToLowerInvariant();
        var at = semicolon < 0 ? text.Length : semicolon + 1;
        while (at < text.Length && _parameters.Count < MostParameters)
        {
            Parameter(text, ref at);
        }
    }

    /// <summary>Gets the value without its parameters, in lower case.</summary>
    public string Name { get; }

    /// <summary>Gets a parameter as people read it; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            if (_parameters.TryGetValue(name, out var plain))
            {
                return EncodedWords.Decode(plain);
            }

            if (_parameters.TryGetValue(name + "*", out var foreign))
            {
                return Foreign(foreign, null);
            }

            var joined = new StringBuilder();
            string? charset = null;
            for (var i = 0; i < MostParameters; i++)
            {
                if (_parameters.TryGetValue($"{name}*{i}*", out var encoded))
                {
                    charset ??= encoded.Split('\'', 2)[0];
                    joined.Append(i == 0 ? AfterLanguage(encoded) : encoded);
                }
                else if (_parameters.TryGetValue($"{name}*{i}", out var part))
                {
                    joined.Append(part.Replace("%", "%25", StringComparison.Ordinal));
                }
                else
                {
                    break;
                }
            }

            return joined.Length == 0 ? null : Foreign(joined.ToString(), charset ?? "utf-8");
        }
    }

    private static string Foreign(string text, string? charset)
    {
        if (charset is null)
        {
            charset = text.Split('\'', 2)[0];
            text = AfterLanguage(text);
        }

        var bytes = new MemoryStream();
        TransferDecoding.QuotedPrintable(Encoding.UTF8.GetBytes(text.Replace("=", "=3D", StringComparison.Ordinal).Replace('%', '=')), bytes, underscores: false);
        return (Charsets.Find(charset) ?? Encoding.UTF8).GetString(bytes.ToArray());
    }

    private static string AfterLanguage(string text) => text.Split('\'', 3) is [_, _, var rest] ? rest : text;

    private void Parameter(string text, ref int at)
    {
        var equals = text.IndexOf('=', at);
        var semicolon = text.IndexOf(';', at);
        if (equals < 0 || (semicolon >= 0 && semicolon < equals))
        {
            at = semicolon < 0 ? text.Length : semicolon + 1;
            return;
        }

        var name = text[at..equals].Trim();
        at = equals + 1;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var value = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; at < text.Length && text[at] != '"'; at++)
            {
                // A backslash quotes the next sign; before a letter it is more likely a step of a Windows path.
                at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' ? 1 : 0;
                value.Append(text[Math.Min(at, text.Length - 1)]);
            }
        }
        else
        {
            while (at < text.Length && text[at] != ';')
            {
                value.Append(text[at++]);
            }

            while (value.Length > 0 && value[^1] == ' ')
            {
                value.Length--;
            }
        }

        var end = text.IndexOf(';', Math.Min(at, text.Length));
        at = end < 0 ? text.Length : end + 1;
        _parameters.TryAdd(name, value.ToString());
    }
}
