using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Composing;

/// <summary>Writes outside text so that markdown and HTML see only text in it.</summary>
internal static partial class MarkdownText
{
    /// <summary>Escapes a text.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\\' or '`' or '*' or '[' or ']' or '~' or '|':
                    escaped.Append('\\').Append(c);
                    break;
                case '_' when i == 0 || i == text.Length - 1 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]):
                    escaped.Append("\\_");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&' when Entity().IsMatch(text.AsSpan(i)):
                    escaped.Append("&amp;");
                    break;
                case '.' when i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase):
                    escaped.Append("\\.");
                    break;
                case '\r' or '\n' or '\t':
                    escaped.Append(' ');
                    break;
                case ':' when i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/':
                    // Bare addresses must not become links on their own.
                    escaped.Append(":\\");
                    break;
                default:
                    escaped.Append(char.IsControl(c) ? ' ' : c);
                    break;
            }
        }

        var result = escaped.ToString();
        return BlockStart().IsMatch(result) ? "\\" + result : Numbered().Replace(result, "$1\\$2");
    }

    /// <summary>Reads text that <see cref="Escape"/> wrote, with the bold of answers taken out.</summary>
    public static string Unescape(string markdown)
        => Escaped().Replace(markdown.Replace("**", string.Empty, StringComparison.Ordinal), "$1")
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"\\([\\`*\[\]~|_./#+\-=:)])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^&(?:#\d|#x|[A-Za-z]+;)")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s|[-+]\s|[-=]{3,}|:{3,})")]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"^(\d{1,9})([.)]\s)")]
    private static partial Regex Numbered();
}
