namespace Copilot.Sandbox.Query;

/// <summary>SQL's LIKE: <c>%</c> any text, <c>_</c> any character, <c>\</c> takes the next character as it is.</summary>
internal sealed class LikePattern
{
    private readonly string pattern;
    private readonly StringComparison comparison;
    private readonly string? contained;

    /// <param name="value">The searched text.</param>
    /// <param name="whole">Whether the value is the whole pattern (<c>=like</c>) or a part of the text (<c>like</c>).</param>
    /// <param name="ignoreCase">Whether case does not matter (<c>ilike</c>).</param>
    public LikePattern(string value, bool whole, bool ignoreCase)
    {
        pattern = whole ? value : $"%{value}%";
        comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        contained = !whole && value.AsSpan().IndexOfAny('%', '_', '\\') < 0 ? value : null;
    }

    public bool Matches(string text) => contained is not null ? text.Contains(contained, comparison) : MatchesPattern(text);

    private bool MatchesPattern(string text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && Same(ref p, text[t]))
            {
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '%')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <summary>Compares one character and moves behind it in the pattern when it fits.</summary>
    private bool Same(ref int p, char c)
    {
        var escaped = pattern[p] == '\\' && p + 1 < pattern.Length;
        var wanted = escaped ? pattern[p + 1] : pattern[p];
        var fits = (!escaped && wanted == '_') || wanted == c
            || (comparison == StringComparison.OrdinalIgnoreCase && char.ToUpperInvariant(wanted) == char.ToUpperInvariant(c));
        p += fits ? escaped ? 2 : 1 : 0;
        return fits;
    }
}
