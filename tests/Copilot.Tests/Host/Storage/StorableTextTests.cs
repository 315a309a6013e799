using Copilot.Host.Storage;
using Xunit;

namespace Copilot.Tests.Host.Storage;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ümläute 数量 \uD83D\uDE9A\n", "plain ümläute 数量 \uD83D\uDE9A\n")]
    [InlineData("a\0b\0", "a\uFFFDb\uFFFD")]
    public void What_no_store_can_keep_is_replaced_and_nothing_else(string text, string kept) => Assert.Equal(kept, StorableText.Of(text));

    // Not as data of a theory: an attribute can't hold half a character either.
    [Fact]
    public void Half_a_character_is_replaced_wherever_it_stands()
    {
        Assert.Equal("\uFFFD", StorableText.Of("\uD83D"));
        Assert.Equal("\uFFFD\uD83D\uDE9A", StorableText.Of("\uDE9A\uD83D\uDE9A"));
        Assert.Equal("x\uFFFD\uFFFD", StorableText.Of("x\uD83D\0"));
    }

    [Fact]
    public void Text_that_can_be_kept_is_handed_back_itself()
    {
        var text = "as it is";
        Assert.Same(text, StorableText.Of(text));
        Assert.Null(StorableText.Of(null));
    }
}
