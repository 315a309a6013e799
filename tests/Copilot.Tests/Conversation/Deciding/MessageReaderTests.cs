using Copilot.Conversation.Planning;
using Xunit;

namespace Copilot.Tests.Conversation.Deciding;

public sealed class MessageReaderTests
{
    [Theory]
    [InlineData("post a note on S00042: customer called, wants Friday", "customer called, wants Friday", "post a note on S00042")]
    [InlineData("post a note on S00042 saying the customer called", "the customer called", "post a note on S00042")]
    [InlineData("add a note to S00042 that says \"call back at 10:30\"", "call back at 10:30", "add a note to S00042")]
    [InlineData("post “hold the goods: dispute” on S00042", "hold the goods: dispute", "post   on S00042")]
    [InlineData("note on S00042: he said \"no\"", "he said \"no\"", "note on S00042")]
    [InlineData("add a note on \"Baltic Timber\": they moved", "they moved", "add a note on \"Baltic Timber\"")]
    [InlineData("note for S00042 with the text don't ship before noon", "don't ship before noon", "note for S00042")]
    [InlineData("leave a note on S00042 that they changed their gate", "they changed their gate", "leave a note on S00042")]
    [InlineData("écrire sur S00042 « à livrer le matin »", "à livrer le matin", "écrire sur S00042")]
    public void The_words_and_what_is_around_them(string question, string message, string around)
        => Assert.Equal((message, around), MessageReader.Find(question));

    [Theory]
    [InlineData("which orders leave at 10:30?")]
    [InlineData("what's late at Lyon's warehouse, and what isn't?")]
    [InlineData("which orders that are late go to Lyon")]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("post a note on S00042:")]
    public void Without_words_there_is_none(string question) => Assert.Null(MessageReader.Find(question));
}
