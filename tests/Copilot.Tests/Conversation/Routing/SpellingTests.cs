using Copilot.Conversation.Routing;
using Xunit;

namespace Copilot.Tests.Conversation.Routing;

public sealed class SpellingTests
{
    private static readonly Spelling Spelling = new(
        new Dictionary<string, int> { ["invoices"] = 9, ["orders"] = 20, ["risk"] = 5, ["return"] = 4, ["period"] = 4, ["receipts"] = 3 },
        new HashSet<string> { "what", "with", "goods", "order" });

    [Theory]
    [InlineData("open invioces of {customer}", "open invoices of {customer}")]
    [InlineData("ordes at rsik", "orders at risk")]
    [InlineData("retrun perod for godos", "return period for goods")]
    [InlineData("late reciepts", "late receipts")]
    public void Slips_of_words_in_use_are_put_right(string written, string read) => Assert.Equal(read, Spelling.Correct(written));

    [Theory]
    [InlineData("what about goods")]
    [InlineData("one order with {product}")]
    [InlineData("zebra crossing")]
    [InlineData("rsk")]
    public void Words_that_are_right_unknown_or_short_stay(string written) => Assert.Equal(written, Spelling.Correct(written));
}
