using System.Globalization;
using System.Text;

namespace Copilot.Governance.Masking.Persons;

/// <summary>Letters without case and marks, so that a name is found however it is typed. One letter stays one letter, so that places stay the same.</summary>
internal sealed class NameLetters
{
    private readonly char[] latin = new char[0x250];

    public NameLetters()
    {
        for (var c = '\0'; c < latin.Length; c++)
        {
            latin[c] = Plain(c);
        }
    }

    /// <summary>The letter as names are compared.</summary>
    public char Of(char c) => c < latin.Length ? latin[c] : char.ToLowerInvariant(c);

    /// <summary>A word as names are compared.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            folded.Append(Of(c));
        }

        return folded.ToString();
    }

    public static bool IsLetter(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char Plain(char c) => c switch
    {
        'ß' => 's',
        'Ø' or 'ø' => 'o',
        'Ł' or 'ł' => 'l',
        'Đ' or 'đ' => 'd',
        'ı' => 'i',
        _ => char.ToLowerInvariant(c).ToString().Normalize(NormalizationForm.FormD)[0],
    };
}
