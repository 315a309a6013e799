using System.Buffers;
using System.Text;

namespace Copilot.Governance.Screening;

/// <summary>
/// Takes away every way in which markdown can load or point elsewhere: images, links and their definitions, bare addresses, HTML. It does not try to read
/// markdown as a renderer would (no two agree): it lets through one plain form of link to known places and breaks the signs that any other form needs.
/// </summary>
internal sealed class LinkScreen(IEnumerable<string> allowedHosts)
{
    private const int LongestTarget = 4000;

    private static readonly SearchValues<char> TargetSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._~:?#=&%+,;@!$-");

    private static readonly string[] Schemes = ["mailto:", "xmpp:", "tel:", "javascript:", "vbscript:"];

    private readonly HashSet<string> hosts = allowedHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One pass over a text.</summary>
    public string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '[', ':') < 0 && text.AsSpan().IndexOf('.') < 0)
        {
            return text;
        }

        var screened = new Screened(text.Length);
        for (var i = 0; i < text.Length;)
        {
            i += text[i] switch
            {
                '\\' => Escape(text, i, screened),
                '<' => Tag(text, i, screened),
                '[' => screened.Open(isImage: i > 0 && text[i - 1] == '!'),
                ']' => Close(text, i, screened),
                ':' => Colon(text, i, screened),
                'w' or 'W' => World(text, i, screened),
                _ => screened.Add(text[i]),
            };
        }

        return screened.ToString();
    }

    /// <summary>Every sign that could mean something to a renderer escaped: the last resort.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            plain.Append(c switch
            {
                '<' => "&lt;",
                '[' or ']' or '(' or ')' or ':' or '!' or '\\' or '`' => "\\" + c,
                '.' => "\\.",
                _ => c.ToString(),
            });
        }

        return plain.ToString();
    }

    private static int Escape(string text, int at, Screened to)
    {
        to.Add('\\');
        if (at + 1 < text.Length && char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])))
        {
            to.Add(text[at + 1]);
            return 2;
        }

        return 1;
    }

    private static int Tag(string text, int at, Screened to)
    {
        if (at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?'))
        {
            to.Add("&lt;");
        }
        else
        {
            to.Add('<');
        }

        return 1;
    }

    private int Close(string text, int at, Screened to)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (next == ':')
        {
            // A definition gives an address to every mark of that name in the text.
            to.Close();
            to.Add("]\\:");
            return 2;
        }

        if (next != '(')
        {
            to.Close();
            to.Add(']');
            return 1;
        }

        var opener = to.Close();
        var end = at + 2;
        while (end < text.Length && end - at < LongestTarget && TargetSigns.Contains(text[end]))
        {
            end++;
        }

        if (opener is { IsImage: false } && end < text.Length && text[end] == ')' && MayLead(text[(at + 2)..end]))
        {
            to.Add(text.AsSpan(at, end + 1 - at));
            return end + 1 - at;
        }

        var close = TargetEnd(text, at + 1);
        if (opener is null || close < 0)
        {
            to.Add("]\\(");
            return 2;
        }

        to.Remove(opener.Value);
        return close + 1 - at;
    }

    private int Colon(string text, int at, Screened to)
    {
        var start = at;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '.' or '-'))
        {
            start--;
        }

        if (start < at && text.AsSpan(at).StartsWith("://"))
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '<')
            {
                end++;
            }

            var target = text[start..end].TrimEnd('.', ',', ';', ':', '!', '?', ')', '*', '_', '\'', '"', ']', '|', '\\');
            if (target.Length > at - start && !target.AsSpan().ContainsAnyExcept(TargetSigns) && MayLead(target))
            {
                to.Add(text.AsSpan(at, start + target.Length - at));
                return start + target.Length - at;
            }

            to.Add(":\\//");
            return 3;
        }

        foreach (var scheme in Schemes)
        {
            if (at + 1 >= scheme.Length && text.AsSpan(at + 1 - scheme.Length, scheme.Length).Equals(scheme, StringComparison.OrdinalIgnoreCase))
            {
                to.Add("\\:");
                return 1;
            }
        }

        return to.Add(':');
    }

    private static int World(string text, int at, Screened to)
    {
        if (text.AsSpan(at).StartsWith("www.", StringComparison.OrdinalIgnoreCase) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])))
        {
            to.Add(text.AsSpan(at, 3));
            to.Add("\\.");
            return 4;
        }

        return to.Add(text[at]);
    }

    /// <summary>Where the bracket closes that opens a target, over quotes and brackets within; -1 when it does not in this paragraph.</summary>
    private static int TargetEnd(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open < LongestTarget; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i;
                case '\n' when i + 1 < text.Length && text[i + 1] is '\n' or '\r':
                    return -1;
            }
        }

        return -1;
    }

    private bool MayLead(string target)
    {
        if (target.Contains("&#", StringComparison.Ordinal) || HasEntity(target))
        {
            return false;
        }

        return target.StartsWith('/')
            ? !target.StartsWith("//", StringComparison.Ordinal)
            : Uri.TryCreate(target, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https"
                && target.StartsWith(uri.Scheme + "://", StringComparison.OrdinalIgnoreCase)
                && string.IsNullOrEmpty(uri.UserInfo)
                && (hosts.Contains(uri.Authority) || hosts.Contains(uri.Host));
    }

    // "&colon;" and the like: a renderer would read a sign there. "&a=1" is a query.
    private static bool HasEntity(string target)
    {
        for (var at = target.IndexOf('&', StringComparison.Ordinal); at >= 0; at = target.IndexOf('&', at + 1))
        {
            var end = at + 1;
            while (end < target.Length && char.IsAsciiLetterOrDigit(target[end]))
            {
                end++;
            }

            if (end > at + 1 && end < target.Length && target[end] == ';')
            {
                return true;
            }
        }

        return false;
    }
}
