using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;
using Xunit;

namespace Copilot.Tests.Conversation;

public sealed class WriteRequestTests
{
    [Theory]
    [InlineData("cancel order 42")]
    [InlineData("Please delete S00042")]
    [InlineData("can you send them a reminder?")]
    [InlineData("Could you please change the delivery date of order 42 to Friday")]
    [InlineData("order 200 pcs of GLV-NIT-L")]
    [InlineData("Order 200 GLV-NIT-L from the supplier")]
    [InlineData("transfer 3 of GLV-NIT-L from Rotterdam to Lyon")]
    [InlineData("release the credit hold of Baltic Timber")]
    [InlineData("put order 42 on hold")]
    [InlineData("I want you to approve invoice 42")]
    [InlineData("show order 42 and cancel it")]
    [InlineData("raise the credit limit of Nordlicht")]
    public void A_wish_to_change_something_is_seen(string question) => Assert.NotNull(WriteRequest.VerbOf(QuestionText.Of(question).Folded));

    [Theory]
    [InlineData("order 42?")]
    [InlineData("order status of 42")]
    [InlineData("invoice 42 status")]
    [InlineData("send me the list of late receipts")]
    [InlineData("can you confirm the delivery date of order 42?")]
    [InlineData("update on order 42 please")]
    [InlineData("who may release a credit hold?")]
    [InlineData("how do I cancel an order?")]
    [InlineData("when will order 42 ship")]
    [InlineData("which orders ship this week")]
    [InlineData("transfer LYO/OUT/00042")]
    [InlineData("change in revenue of Nordlicht")]
    [InlineData("open orders of Nordlicht")]
    public void A_question_is_not_taken_for_one(string question) => Assert.Null(WriteRequest.VerbOf(QuestionText.Of(question).Folded));
}
