using Copilot.Conversation.Reading;
using Xunit;

namespace Copilot.Tests.Conversation.Reading;

public sealed class SizeWordsTests
{
    [Theory]
    [InlineData("Hex bolt M8x40", "hex bolt m8 40")]
    [InlineData("carton 400x300x300", "carton 400 300 300")]
    [InlineData("48 mm x 66 m", "48 mm x 66 m")]
    [InlineData("box of 200", "box of 200")]
    [InlineData("6204-2RS", "6204 2rs")]
    [InlineData("x5 10x", "x5 10x")]
    public void The_parts_of_a_size_are_words_of_their_own(string text, string words)
        => Assert.Equal(words, string.Join(' ', QuestionText.WordsOf(text).Select(w => w.Text)));
}
