namespace Copilot.Models.Endpoints;

/// <summary>The longest answers that are read.</summary>
internal static class AnswerSize
{
    /// <summary>Gets the most bytes of an answer with vectors: 8,192 numbers a text, written out in full.</summary>
    /// <param name="texts">How many texts were sent.</param>
    public static long OfVectors(int texts) => (64L * 1024) + (texts * 256L * 1024);

    /// <summary>Gets the most bytes of an answer with scores; some servers repeat the passages in it.</summary>
    /// <param name="characters">How many characters were sent.</param>
    public static long OfScores(long characters) => (1024L * 1024) + (characters * 12);
}
