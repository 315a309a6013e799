using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Writes words so that they can be compared: small letters without accents, and marks that mean "number" written out.</summary>
internal static partial class Folding
{
    /// <summary>Folds a text into its words.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var open = new StringBuilder();
        foreach (var c in Plain(Possessive().Replace(text, string.Empty)))
        {
            if (char.IsLetterOrDigit(c))
            {
                open.Append(c);
                continue;
            }

            Close();
            if (c == '#')
            {
                tokens.Add("no");
            }
            else if (c == '%')
            {
                tokens.Add("pct");
            }
        }

        Close();

        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            Together(text, tokens);
        }

        return tokens;

        void Close()
        {
            if (open.Length > 0)
            {
                tokens.Add(open.ToString());
                open.Clear();
            }
        }
    }

    /// <summary>P.O., D.D.T., Q.tà and B/L are one word, written with points or a slash; S/Pedido and V/Réf begin with a shortened "your", N/Ref with an "our".</summary>
    private static void Together(string text, List<string> tokens)
    {
        var isSlashed = text.Length > 2 && text[1] == '/';
        if (isSlashed && tokens.Count > 1 && tokens[0].Length == 1 && tokens[1].Length > 2)
        {
            tokens[0] = tokens[0] switch { "s" => "su", "v" => "vs", "n" => "nostro", var other => other };
        }

        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            while (i + 1 < tokens.Count && tokens[i].Length <= (tokens[i + 1].Length == 1 ? 2 : 1) && tokens[i + 1].Length <= 2 && char.IsLetter(tokens[i][0]) && (text.Contains('.', StringComparison.Ordinal) || (isSlashed && text.TrimEnd(':', '.').Length == 3)))
            {
                tokens[i] += tokens[i + 1];
                tokens.RemoveAt(i + 1);
            }
        }
    }

    /// <summary>Folds a text, its words parted by single spaces.</summary>
    public static string Of(string text) => string.Join(' ', Tokens(text));

    /// <summary>"Buyer's order".</summary>
    [GeneratedRegex(@"(?<=\p{L})['’][sS]\b")]
    private static partial Regex Possessive();

    private static string Plain(string text)
    {
        var ascii = true;
        foreach (var c in text)
        {
            ascii &= c < 128;
        }

        if (ascii)
        {
            return text.ToLowerInvariant();
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Replace("°", "o", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c switch { 'ß' => "ss", 'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", 'ø' or 'Ø' => "o", _ => char.ToLowerInvariant(c).ToString() });
            }
        }

        return plain.ToString();
    }
}
