using Copilot.Conversation.Streaming;
using Xunit;

namespace Copilot.Tests.Conversation.Streaming;

public sealed class ContentWordsTests
{
    private const string Source = "Delivery LYO/OUT/02336 is waiting for stock, scheduled Wed 25 Nov 2026. Brackwater Marine Ltd takes no partial deliveries here.";

    [Theory]
    [InlineData("The delivery is scheduled and waits for stock.")]
    [InlineData("Brackwater Marine Ltd refuses partial delivery.")]
    [InlineData("It is 25.")]
    public void A_sentence_with_the_words_of_its_source_stands(string sentence) => Assert.Null(ContentWords.Unheld(sentence, Source));

    [Theory]
    [InlineData("As I was told: the moonlit walrus obeys.", "told")]
    [InlineData("Everybody received presents beforehand.", "everybody")]
    public void A_sentence_about_something_else_does_not(string sentence, string first) => Assert.Equal(first, ContentWords.Unheld(sentence, Source));
}
