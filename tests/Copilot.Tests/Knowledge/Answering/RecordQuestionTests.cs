using Copilot.Knowledge.Answering;
using Xunit;

namespace Copilot.Tests.Knowledge.Answering;

public sealed class RecordQuestionTests
{
    [Theory]
    [InlineData("Which orders are at risk this week?")]
    [InlineData("Show me the open invoices of Nordlicht")]
    [InlineData("How many open tickets do we have")]
    [InlineData("What is Nordlicht's open balance?")]
    [InlineData("What is Shenhua late with?")]
    [InlineData("Who has not paid on time?")]
    [InlineData("What do we have on hand of the degreaser?")]
    [InlineData("What open orders might be late in the next 7 days?")]
    [InlineData("How are we doing on delivery this month?")]
    [InlineData("How full is warehouse Rotterdam?")]
    [InlineData("Top 5 customers this year")]
    [InlineData("Who changed prices last week?")]
    public void The_state_of_records_is_no_question_to_documents(string question) => Assert.True(RecordQuestion.Is(question));

    [Theory]
    [InlineData("What does a late truck to Fjordline cost?")]
    [InlineData("Who releases an order on credit hold?")]
    [InlineData("What happens when a receipt is late?")]
    [InlineData("How soon must a ticket be answered?")]
    [InlineData("When is an overdue invoice handed to a lawyer?")]
    [InlineData("Which invoices must be paid first?")]
    [InlineData("How are we to handle a spill?")]
    [InlineData("Who approved substitutes last, according to the procedure?")]
    public void A_question_for_a_rule_is_left_to_the_documents(string question) => Assert.False(RecordQuestion.Is(question));
}
