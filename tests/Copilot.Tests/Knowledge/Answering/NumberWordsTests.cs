using Copilot.Knowledge.Answering;
using Xunit;

namespace Copilot.Tests.Knowledge.Answering;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("Who signs off three thousand euro?", "Who signs off 3000 euro?")]
    [InlineData("twelve percent off", "12 percent off")]
    [InlineData("orders for only a hundred euro", "orders for only 100 euro")]
    [InlineData("three and a half percent", "3.5 percent")]
    [InlineData("two hundred and fifty boxes", "250 boxes")]
    [InlineData("twenty-one days", "21 days")]
    public void Number_words_become_digits(string question, string digits) => Assert.Equal(digits, NumberWords.InDigits(question));

    [Theory]
    [InlineData("one of the suppliers")]
    [InlineData("a customer in an hour")]
    [InlineData("nobody went there often")]
    [InlineData("the second half")]
    [InlineData("")]
    public void Words_that_do_not_count_stay(string question) => Assert.Equal(question, NumberWords.InDigits(question));

    [Fact]
    public void Large_numbers_do_not_break_it()
        => Assert.DoesNotContain("hundred", NumberWords.InDigits(string.Join(' ', Enumerable.Repeat("hundred", 6).Prepend("nine"))), StringComparison.Ordinal);
}
