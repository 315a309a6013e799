using Copilot.Conversation.Dates;
using Copilot.Conversation.Reading;
using Xunit;

namespace Copilot.Tests.Conversation.Dates;

public sealed class AmountReaderTests
{
    [Theory]
    [InlineData("buy 200 boxes of GLV-NIT-L", 200)]
    [InlineData("Draft a purchase order for 200 of GLV-NIT-L", 200)]
    [InlineData("can we deliver 200 nitrile gloves to Aurelia by Friday", 200)]
    [InlineData("could you still ship 60 cool boxes tomorrow?", 60)]
    [InlineData("buy 40 GLV-NIT-L", 40)]
    [InlineData("we need 1,200 more of FST-THD-M8 by Friday", 1200)]
    [InlineData("Transfer 3 of GLV-NIT-L from Rotterdam to Lyon", 3)]
    [InlineData("po for 12 x GLV-NIT-L", 12)]
    [InlineData("Order 200 GLV-NIT-L from the supplier", 200)]
    [InlineData("please order 40 of GLV-NIT-L", 40)]
    [InlineData("what's the price of TAP-PP48-66 for Nordlicht if they take 200", 200)]
    [InlineData("the customer needs 75 of them by Friday", 75)]
    [InlineData("and 500?", 500)]
    [InlineData("what about 1,200?", 1200)]
    public void A_number_before_a_unit_or_a_product_reference_is_a_quantity(string question, int quantity)
        => Assert.Equal(quantity, Assert.Single(AmountReader.Find(QuestionText.Of(question), []), a => a.Kind == AmountKind.Quantity).Value);

    [Theory]
    [InlineData("where is order 200 GLV-NIT-L")]
    [InlineData("the order 200 GLV-NIT-L")]
    [InlineData("is order 42 of GLV-NIT-L late?")]
    [InlineData("the 3 back-orders of today")]
    [InlineData("top 5 GLV-NIT-L customers")]
    [InlineData("S00042 GLV-NIT-L")]
    [InlineData("what is GLV-NIT-L")]
    [InlineData("does the customer need order 42 today")]
    [InlineData("what did they take in 2025")]
    [InlineData("can we ship 3 orders today")]
    [InlineData("can we deliver 2 days earlier")]
    [InlineData("and order 42?")]
    public void The_number_of_a_document_and_a_rank_are_none(string question)
        => Assert.DoesNotContain(AmountReader.Find(QuestionText.Of(question), []), a => a.Kind == AmountKind.Quantity);
}
