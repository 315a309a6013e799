using System.Globalization;
using System.Text;

namespace Copilot.Conversation.Reading;

/// <summary>Makes text comparable: lower case, no accents. Every character stays where it was, so that spans keep their meaning.</summary>
internal static class Folding
{
    private static readonly char[] Latin = BuildLatin();

    /// <summary>Folds a text character by character.</summary>
    public static string Fold(string text)
    {
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Fold(source[i]);
            }
        });
    }

    /// <summary>Folds one character.</summary>
    public static char Fold(char c) => c < Latin.Length ? Latin[c] : c switch
    {
        '‘' or '’' or 'ʼ' => '\'',
        '“' or '”' => '"',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        '\u00A0' or '\u202F' or '\u2009' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    private static char[] BuildLatin()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = c switch
            {
                'ß' => 's',
                'ø' or 'Ø' => 'o',
                'æ' or 'Æ' => 'a',
                'œ' or 'Œ' => 'o',
                'ł' or 'Ł' => 'l',
                'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
                'þ' or 'Þ' => 't',
                'ı' => 'i',
                '\u00A0' => ' ',
                _ => Plain(c),
            };
        }

        return table;
    }

    private static char Plain(char c)
    {
        var first = c < 0x80 ? c : c.ToString().Normalize(NormalizationForm.FormD).First(x => CharUnicodeInfo.GetUnicodeCategory(x) != UnicodeCategory.NonSpacingMark);
        return char.ToLowerInvariant(first);
    }
}
