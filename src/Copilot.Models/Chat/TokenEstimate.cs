using System.Text;

namespace Copilot.Models.Chat;

/// <summary>
/// Guesses how many tokens a text has, rather too many than too few. Byte pair encodings make about four letters of English a token, fewer of other languages, two of
/// numbers and codes, and one of each sign of Chinese or Japanese; the weights here lie above those.
/// </summary>
internal static class TokenEstimate
{
    private const double Letter = 0.3;
    private const double Sign = 0.6;
    private const double OtherLetter = 0.8;
    private const double Ideograph = 1.4;

    /// <summary>Guesses.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Tokens, at least one for a text that is not empty.</returns>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double tokens = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            tokens += Weight(rune.Value);
        }

        return (int)Math.Min(int.MaxValue, Math.Ceiling(tokens));
    }

    private static double Weight(int c) => c switch
    {
        ' ' => Letter / 2,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Letter,
        < 128 => Sign,
        < 0x2E80 => OtherLetter,
        < 0x10000 => Ideograph,
        _ => 2 * Ideograph,
    };
}
