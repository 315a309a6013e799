namespace Copilot.Models.Chat;

/// <summary>
/// Guesses how many tokens a text has, rather too many than too few. Byte pair encodings make about four letters of English a token, fewer of other languages, two of
/// numbers and codes, and one of each sign of Chinese or Japanese; the weights here lie above those.
/// </summary>
internal static class TokenEstimate
{
    // In hundredths of a token: whole numbers add up exactly, and fast; a long prompt is counted with every request.
    private const long Letter = 30;
    private const long Sign = 60;
    private const long OtherLetter = 80;
    private const long Ideograph = 140;

    /// <summary>Guesses.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Tokens, at least one for a text that is not empty.</returns>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        long hundredths = 0;
        foreach (var c in text)
        {
            hundredths += Weight(c);
        }

        return (int)Math.Min(int.MaxValue, (hundredths + 99) / 100);
    }

    // A sign beyond the first plane is two of these characters, and weighs twice an ideograph.
    private static long Weight(char c) => c switch
    {
        ' ' => Letter / 2,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Letter,
        < (char)128 => Sign,
        < (char)0x2E80 => OtherLetter,
        _ => Ideograph,
    };
}
