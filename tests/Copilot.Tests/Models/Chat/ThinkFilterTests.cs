using Copilot.Models.Chat.Wire;
using Xunit;

namespace Copilot.Tests.Models.Chat;

public sealed class ThinkFilterTests
{
    [Theory]
    [InlineData("Twelve.", "Twelve.", "")]
    [InlineData("<think>hm</think>Twelve.", "Twelve.", "hm")]
    [InlineData("<THINK>\nhm\n</Think>\n\n Twelve.", "Twelve.", "\nhm\n")]
    [InlineData("<thinking>hm</thinking>Twelve <b>and</b> more.", "Twelve <b>and</b> more.", "hm")]
    [InlineData("Well. <think>hm</think>Twelve.<think>more</think>", "Well. Twelve.", "hmmore")]
    [InlineData("<think>cut", "", "cut")]
    [InlineData("<think></think>", "", "")]
    [InlineData("a < b and <thin", "a < b and <thin", "")]
    [InlineData("a <thinker> b", "a <thinker> b", "")]
    [InlineData("<<think>x</think>y", "<y", "x")]
    public void Thinking_is_separated_however_the_text_is_cut(string text, string answer, string thinking)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var filter = new ThinkFilter(startsThinking: false);
            var (said, thought) = (string.Empty, string.Empty);
            foreach (var piece in text.Chunk(size))
            {
                Add(filter.Take(new string(piece)));
            }

            Add(filter.End());
            Assert.Equal((answer, thinking), (said, thought));

            void Add((string Answer, string Thinking) parts) => (said, thought) = (said + parts.Answer, thought + parts.Thinking);
        }
    }
}
