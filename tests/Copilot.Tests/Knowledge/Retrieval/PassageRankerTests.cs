using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval;

public sealed class PassageRankerTests
{
    [Fact]
    public void A_plain_question_to_plain_text_is_scored_as_the_textbook_scores_it()
    {
        // 3 passages of 4, 2 and 6 words; "wing" stands in 2 of them, "lift" in 1.
        var counts = new TermCounts(3, 12, new Dictionary<string, int> { ["wing"] = 2, ["lift"] = 1 });
        var question = new Question([Term("wing", counts), Term("lift", counts)], counts);

        var scores = PassageRanker.Score([Passage("wing a wing b"), Passage("c d"), Passage("lift c d e f wing")], question);

        Assert.Equal(Bm25(2, 2, 3, 4), scores[0].Words, 9);
        Assert.Equal(0, scores[1].Words, 9);
        Assert.Equal(Bm25(1, 2, 3, 6) + Bm25(1, 1, 3, 6), scores[2].Words, 9);
    }

    [Fact]
    public void A_word_said_twice_counts_twice()
    {
        var counts = new TermCounts(3, 12, new Dictionary<string, int> { ["wing"] = 2 });
        var once = new Question([Term("wing", counts)], counts);
        var twice = new Question([Term("wing", counts) with { Said = 2, Pull = 2 * counts.Weight("wing") }], counts);

        Assert.Equal(2 * PassageRanker.Score([Passage("wing a")], once)[0].Words, PassageRanker.Score([Passage("wing a")], twice)[0].Words, 9);
    }

    [Fact]
    public void Words_side_by_side_count_more_than_words_in_a_window_and_those_more_than_words_apart()
    {
        var counts = new TermCounts(9, 180, new Dictionary<string, int> { ["wing"] = 2, ["lift"] = 2 });
        var question = new Question([Term("wing", counts), Term("lift", counts)], counts);
        const string Filler = "a b c d e f g h i";

        var near = PassageRanker.Score([Passage($"wing lift {Filler}"), Passage($"wing x lift {Filler}"), Passage($"lift wing {Filler}"), Passage($"wing {Filler} lift")], question)
            .Select(s => s.Nearness).ToList();

        Assert.True(near[0] > near[1]);
        Assert.True(near[0] > near[2]);
        Assert.True(near[2] > 0);
        Assert.Equal(0, near[3]);
    }

    [Theory]
    [InlineData(new[] { 0 }, new[] { 1 }, 1, 1)]
    [InlineData(new[] { 1 }, new[] { 0 }, 0, 1)]
    [InlineData(new[] { 0 }, new[] { 7 }, 0, 1)]
    [InlineData(new[] { 0 }, new[] { 8 }, 0, 0)]
    [InlineData(new[] { 0, 2 }, new[] { 1, 3 }, 2, 3)]
    [InlineData(new[] { 4 }, new[] { 4 }, 0, 0)]
    [InlineData(new int[0], new[] { 1 }, 0, 0)]
    public void Near_pairs_are_counted(int[] first, int[] second, int adjacent, int inWindow)
        => Assert.Equal((adjacent, inWindow), WordPlaces.Near(first, second));

    private static double Bm25(int frequency, int holders, int passages, int length)
        => Math.Log(1 + ((passages - holders + 0.5) / (holders + 0.5))) * frequency * 2 / (frequency + 0.5 + (0.5 * length / 4.0));

    private static QuestionTerm Term(string word, TermCounts counts)
        => new() { Word = word, Stems = new Dictionary<string, double> { [word] = 1 }, Weight = counts.Weight(word), Pull = counts.Weight(word) };

    private static Candidate Passage(string stems)
        => new()
        {
            DocumentId = "d",
            Collection = "c",
            Title = "d",
            About = [],
            Companies = ["all"],
            Ordinal = 0,
            HeadingPath = [],
            Start = 0,
            End = 1,
            Text = stems,
            Lead = string.Empty,
            ContextStems = string.Empty,
            BodyStems = stems,
            Codes = string.Empty,
        };
}
