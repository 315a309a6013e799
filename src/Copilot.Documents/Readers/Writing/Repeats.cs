namespace Copilot.Documents.Readers.Writing;

/// <summary>Says which text of a merged cell is repeated in further rows. Names and dates are; long texts and what a few bytes of a hostile file would repeat without end are not.</summary>
internal sealed class Repeats
{
    private const int Longest = 400;
    private int _left = 4_000_000;

    /// <summary>Gets a value indicating whether nothing is repeated any more.</summary>
    public bool AreOver => _left < Longest;

    /// <summary>Gives the text to repeat, or an empty one.</summary>
    public string Of(string text)
    {
        if (text.Length > Longest || AreOver)
        {
            return string.Empty;
        }

        _left -= text.Length + 4;
        return text;
    }
}
