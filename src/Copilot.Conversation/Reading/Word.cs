namespace Copilot.Conversation.Reading;

/// <summary>A run of letters and digits in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Text">The folded word.</param>
/// <param name="Capital">Whether it began with a capital letter.</param>
internal readonly record struct Word(int Start, int End, string Text, bool Capital)
{
    /// <summary>Gets a value indicating whether it consists of digits only.</summary>
    public bool IsNumber => Text.All(char.IsAsciiDigit);
}
