namespace Copilot.Models.Chat.Wire;

/// <summary>Holds back the first half of a letter until its second half has come.</summary>
internal sealed class WholeLetters
{
    private char? _half;

    /// <summary>Takes a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <returns>What is whole of it and of what was held back.</returns>
    public string Take(string piece)
    {
        if (piece.Length == 0)
        {
            return piece;
        }

        var text = _half is { } half ? half + piece : piece;
        _half = char.IsHighSurrogate(text[^1]) ? text[^1] : null;
        return Endpoints.JsonText.WithoutHalves(_half is null ? text : text[..^1]);
    }
}
