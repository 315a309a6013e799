using System.Buffers;

namespace Copilot.Governance.Masking.Finding;

/// <summary>Finds what opens something: private keys, access keys and tokens of known forms, passwords that are named as such.</summary>
internal static class SecretFinder
{
    // Long enough for any token; where a text has no end of a word, each place is looked at this far and no further.
    private const int Longest = 2000;

    private static readonly (string Prefix, int Least)[] Tokens =
    [
        ("AKIA", 16), ("ASIA", 16), ("AIza", 35), ("sk-", 20), ("rk_live_", 16), ("sk_live_", 16), ("sk_test_", 16), ("pk_live_", 16), ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30), ("github_pat_", 30), ("glpat-", 18),
        ("xoxb-", 18), ("xoxp-", 18), ("xoxa-", 18), ("xoxr-", 18), ("xoxs-", 18), ("hf_", 30), ("npm_", 30), ("SG.", 40), ("ya29.", 30), ("eyJ", 40), ("dop_v1_", 40), ("shpat_", 30), ("whsec_", 24),
    ];

    private static readonly string[] Names =
    [
        "password", "passwd", "passwort", "kennwort", "mot de passe", "contraseña", "wachtwoord", "pwd", "secret", "client_secret", "api key", "api_key", "api-key", "apikey", "access key", "access_key", "accesskey", "accountkey",
        "sharedaccesskey", "access token", "access_token", "auth_token", "bearer", "private_key",
    ];

    private static readonly SearchValues<string> TokenStarts = SearchValues.Create([.. Tokens.Select(t => t.Prefix)], StringComparison.Ordinal);

    private static readonly SearchValues<string> NameStarts = SearchValues.Create(Names, StringComparison.OrdinalIgnoreCase);

    public static void Find(ReadOnlySpan<char> text, List<Found> found)
    {
        Keys(text, found);
        KnownTokens(text, found);
        Named(text, found);
        LoginsInAddresses(text, found);
    }

    private static void Keys(ReadOnlySpan<char> text, List<Found> found)
    {
        for (var at = 0; text[at..].IndexOf("-----BEGIN") is >= 0 and var next;)
        {
            var start = at + next;
            var rest = text[start..];
            if (!rest[..Math.Min(rest.Length, 60)].Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                at = start + 10;
                continue;
            }

            var first = rest.IndexOf("-----END");
            var line = first < 0 ? -1 : rest[(first + 8)..].IndexOf("-----");

            // A key that is cut off is a key all the same: all the rest goes.
            var length = first < 0 || line < 0 ? rest.Length : first + 8 + line + 5;
            found.Add(new Found(start, length, MaskClass.Secret));
            at = start + length;
        }
    }

    private static void KnownTokens(ReadOnlySpan<char> text, List<Found> found)
    {
        for (var at = 0; text[at..].IndexOfAny(TokenStarts) is >= 0 and var next;)
        {
            var start = at + next;
            at = start + 2;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                continue;
            }

            foreach (var (prefix, least) in Tokens)
            {
                if (text[start..].StartsWith(prefix, StringComparison.Ordinal) && Word(text, start + prefix.Length) is var end && end - start - prefix.Length >= least && Mixed(text[start..end]))
                {
                    found.Add(new Found(start, end - start, MaskClass.Secret));
                    at = end;
                    break;
                }
            }
        }
    }

    private static void Named(ReadOnlySpan<char> text, List<Found> found)
    {
        for (var at = 0; text[at..].IndexOfAny(NameStarts) is >= 0 and var next;)
        {
            var start = at + next;
            at = start + 2;
            var name = NameAt(text[start..]);
            var value = start + name;
            while (value < text.Length && text[value] is '"' or '\'' or '*' or '`' or ' ')
            {
                value++;
            }

            // "Bearer" is followed by its token, every other name by a sign.
            var sign = value < text.Length && text[value] is ':' or '=';
            if (!sign && !text[start..].StartsWith("bearer ", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            value += sign ? 1 : 0;
            while (value < text.Length && text[value] is '"' or '\'' or '*' or '`' or ' ' or '=' or '>')
            {
                value++;
            }

            var end = value;
            while (end < text.Length && end - value < Longest && !char.IsWhiteSpace(text[end]) && text[end] is not (';' or '"' or '\'' or '<' or '`' or ','))
            {
                end++;
            }

            end -= end > value && text[end - 1] is '.' or ')' ? 1 : 0;
            if (end - value >= (sign ? 8 : 16) && Mixed(text[value..end]))
            {
                found.Add(new Found(value, end - value, MaskClass.Secret));
                at = end;
            }
        }
    }

    /// <summary><c>postgres://user:word@host</c>: the word.</summary>
    private static void LoginsInAddresses(ReadOnlySpan<char> text, List<Found> found)
    {
        for (var at = 0; text[at..].IndexOf("://") is >= 0 and var next;)
        {
            var host = at + next + 3;
            at = host;
            var end = host;
            while (end < text.Length && end - host < Longest && !char.IsWhiteSpace(text[end]) && text[end] is not ('/' or '<' or '>' or '"' or '@'))
            {
                end++;
            }

            var colon = text[host..end].IndexOf(':');
            if (end < text.Length && text[end] == '@' && colon >= 0 && end - host - colon - 1 > 0)
            {
                found.Add(new Found(host + colon + 1, end - host - colon - 1, MaskClass.Secret));
                at = end;
            }
        }
    }

    private static int NameAt(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var name in Names)
        {
            longest = name.Length > longest && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? name.Length : longest;
        }

        return longest;
    }

    private static int Word(ReadOnlySpan<char> text, int at)
    {
        var most = Math.Min(text.Length, at + Longest);
        while (at < most && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or '/' or '+' or '='))
        {
            at++;
        }

        return text[at - 1] == '.' ? at - 1 : at;
    }

    /// <summary>Random text mixes letters with digits or signs; words do not.</summary>
    private static bool Mixed(ReadOnlySpan<char> text)
    {
        var (letters, others) = (0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            others += char.IsDigit(c) || "!@#$%^&*+=/_~?".Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return others > 0 && (letters > 0 || text.Length >= 12);
    }
}
