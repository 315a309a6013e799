namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Text as PostgreSQL can keep it: it has no U+0000 and no half of a surrogate pair. Lengths stay, since offsets count in them.</summary>
internal static class PostgresText
{
    private const char Replacement = '\ufffd';

    /// <summary>Puts U+FFFD in the place of what can't be kept.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsLost(text, i))
            {
                return string.Create(text.Length, text, static (kept, from) =>
                {
                    for (var at = 0; at < from.Length; at++)
                    {
                        kept[at] = IsLost(from, at) ? Replacement : from[at];
                    }
                });
            }
        }

        return text;
    }

    /// <summary>Keeps the names that can be kept whole. A name of rights is never changed into another: it is left out and admits nobody.</summary>
    public static IEnumerable<string> Whole(IEnumerable<string> names) => names.Where(n => ReferenceEquals(Of(n), n));

    private static bool IsLost(string text, int at)
    {
        var c = text[at];
        return c == '\0'
            || (char.IsHighSurrogate(c) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])))
            || (char.IsLowSurrogate(c) && (at == 0 || !char.IsHighSurrogate(text[at - 1])));
    }
}
