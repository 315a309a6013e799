using Copilot.Knowledge.Answering;
using Xunit;

namespace Copilot.Tests.Knowledge.Answering;

public sealed class AnswerTypesTests
{
    [Theory]
    [InlineData("What is the phone number of the returns bench?", "The returns bench inspects within 3 working days.")]
    [InlineData("What is the postal address of the yard?", "Orders to a new delivery address are called back.")]
    [InlineData("What colour are the vinyl gloves?", "Vinyl gloves only where no chemicals are handled.")]
    [InlineData("Which language do they speak?", "The safety data sheet comes with the goods.")]
    [InlineData("Which brand of scanner do the pickers use?", "Press the button on the scanner.")]
    [InlineData("Who is our tax adviser?", "The accountant reports free goods to the tax adviser.")]
    [InlineData("Who founded Brackwater Marine?", "A late order is reported.")]
    public void A_text_without_an_answer_of_that_form_does_not_answer(string question, string statement) => Assert.True(AnswerTypes.Lacks(question, statement));

    [Theory]
    [InlineData("What is the phone number of the fire brigade?", "Leave the zone, call the fire brigade (112).")]
    [InlineData("What colour is the hold label?", "Attach the red hold label with date and reason.")]
    [InlineData("In which language is the data sheet?", "The safety data sheets come in 8 languages.")]
    [InlineData("Who is the contact for escalations?", "Escalation: operations manager.")]
    [InlineData("Who is responsible for claims?", "The service agent opens the claim.")]
    [InlineData("Who may release a hold?", "The quality inspector releases it.")]
    public void A_text_with_one_may_answer(string question, string statement) => Assert.False(AnswerTypes.Lacks(question, statement));

    [Theory]
    [InlineData("When was the last tracing drill?")]
    [InlineData("How many complaints did we have last month?")]
    [InlineData("Which carrier had the most claims this year?")]
    [InlineData("How many people work in the warehouse?")]
    [InlineData("What is the share price of the supplier?")]
    public void What_happened_is_no_rule(string question) => Assert.True(AnswerTypes.IsOfFacts(question));

    [Theory]
    [InlineData("What did the returns procedure say last year?")]
    [InlineData("How many days does a customer have to return goods?")]
    [InlineData("What was agreed with the customer last year?")]
    [InlineData("How often is a tracing drill held?")]
    public void What_holds_is_one(string question) => Assert.False(AnswerTypes.IsOfFacts(question));
}
