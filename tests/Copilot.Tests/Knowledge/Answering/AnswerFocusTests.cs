using Copilot.Knowledge.Answering;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Tests.Knowledge.Answering;

public sealed class AnswerFocusTests
{
    [Theory]
    [InlineData("Which brand of scanner do the pickers use?", "The brand is noted on the scanner.", 1)]
    [InlineData("Which brand of scanner do the pickers use?", "Press exception on the scanner.", -1)]
    [InlineData("What commission do I earn on an order?", "The order is confirmed.", -1)]
    [InlineData("How long is the warranty on the wrapper?", "Wrappers may be lent for 60 days.", -1)]
    [InlineData("Who repairs the rack?", "Only the inspector repairs a rack.", 1)]
    [InlineData("How long does it take?", "It takes 3 days.", 0)]
    [InlineData("May we ship it?", "It may be shipped.", 0)]
    public void The_word_that_says_what_is_wanted_is_looked_for(string question, string statement, double held)
        => Assert.Equal(held, Of(question).In(StemsOf(statement), StemsOf(string.Empty), StemsOf(string.Empty)));

    [Fact]
    public void It_counts_less_in_a_heading_than_in_the_words_themselves()
    {
        var focus = Of("Which papers does the truck need?");
        var (own, heading) = (focus.In(StemsOf("The papers"), StemsOf(string.Empty), StemsOf(string.Empty)), focus.In(StemsOf("Something"), StemsOf("Papers"), StemsOf(string.Empty)));
        Assert.True(own > heading && heading > 0);
    }

    [Theory]
    [InlineData("How many turns of film does a pallet need?", "At least 3 turns at the foot.", 1)]
    [InlineData("How many turns of film does a pallet need?", "The film turns with the pallet.", -1)]
    [InlineData("Which film do we use?", "Film with 3 turns.", 0)]
    public void What_is_to_be_counted_has_a_number_before_it(string question, string statement, int counted)
        => Assert.Equal(counted, Of(question).Counts(new Statement { Text = statement }, "en"));

    private static AnswerFocus Of(string text)
    {
        var terms = WordSplitter.Split(text).Where(w => !StopWords.Contains(w.Text))
            .Select(w => new QuestionTerm { Word = w.Text, Stems = new Dictionary<string, double> { [w.Stem] = 1 }, Weight = 1, Pull = 1 }).ToList();
        return new AnswerFocus(text, new Question(terms, new TermCounts(10, 100, new Dictionary<string, int>())));
    }

    private static HashSet<string> StemsOf(string text) => [.. WordSplitter.Split(text).Select(w => w.Stem)];
}
