using Copilot.Conversation.Grounding;
using Xunit;

namespace Copilot.Tests.Conversation.Grounding;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("It is late. It waits for P00031.", 2)]
    [InlineData("Polska Folia Sp. z o.o. is late by 5 days. Call them.", 2)]
    [InlineData("The price is 2.50 EUR. That is 3.5 % more.", 2)]
    [InlineData("See art. 4 and approx. 30 days.", 1)]
    [InlineData("The ticket is: Why is it late? (high priority).", 1)]
    [InlineData("Done", 1)]
    [InlineData("", 0)]
    public void Text_is_cut_only_where_a_sentence_ends(string text, int count) => Assert.Equal(count, Sentences.Of(text).Count);
}
