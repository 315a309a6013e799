using Copilot.Contracts;
using Copilot.Evals.Answering;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Retrieval;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Evals.Answering;

public sealed class AnswersRunTests
{
    private static readonly string Folder = RepositoryRoot.Join("evals");
    private static readonly KnowledgeIndex Knowledge = new(RepositoryRoot.Join("knowledge"));

    [Theory]
    [InlineData("SOP 04 Customer returns, revision 4, § 3 Charges and freight", TurnOutcome.Answered, AnswerMark.Right)]
    [InlineData("SOP 04 Customer returns, revision 4, § 2 Return number", TurnOutcome.Answered, AnswerMark.Wrong)]
    [InlineData("SOP 05 Quality hold and release, § 3 Steps", TurnOutcome.Answered, AnswerMark.Wrong)]
    [InlineData("SOP 04 Customer returns, revision 4, § 3 Charges and freight", TurnOutcome.Abstained, AnswerMark.Abstained)]
    public async Task The_section_that_is_marked_first_is_judged(string title, TurnOutcome outcome, AnswerMark mark)
        => Assert.Equal(mark, (await JudgeAsync(["sop-returns#3"], Answers.Of("It is 10 % [S1].", outcome, sources: [Answers.Passage("S1", title)]))).Mark);

    [Fact]
    public async Task What_no_document_answers_must_be_declined()
    {
        var answered = Answers.Of("It is blue [S1].", sources: [Answers.Passage("S1", "SOP 05 Quality hold and release, § 3 Steps")]);
        Assert.Equal(AnswerMark.Wrong, (await JudgeAsync([], answered)).Mark);
        Assert.Equal(AnswerMark.Right, (await JudgeAsync([], Answers.Of("I don't know.", TurnOutcome.Abstained))).Mark);
    }

    [Fact]
    public async Task An_answer_from_records_is_not_one_from_the_section()
        => Assert.Equal(AnswerMark.Wrong, (await JudgeAsync(["sop-returns#3"], Answers.Of("80 are free [S1].", sources: [Answers.Record("S1", "Products found", "x")]))).Mark);

    [Fact]
    public void Answering_everything_breaks_the_limit_for_what_must_be_declined()
    {
        AnswerResult[] results = [new("a", "1", "?", ["d#1"], "d#1", AnswerMark.Right), new("n", "2", "?", [], "d#1", AnswerMark.Wrong)];
        Assert.False(AnswerScore.Gates(results).Single(g => g.Name.Contains("declined", StringComparison.Ordinal)).Passed);
    }

    [Fact]
    public void Every_question_names_a_persona_and_sections_that_exist()
    {
        var sections = new CompanySections(RepositoryRoot.Join("knowledge")).Texts.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var questions = CaseFolder.Asked(Folder);
        Assert.True(questions.Count(q => q.Question.Relevant.Count > 0) >= 60);
        Assert.True(questions.Count(q => q.Question.Relevant.Count == 0) >= 40);
        Assert.Empty(questions.Select(q => q.Question.As).Except(RoleNames.All));
        Assert.Empty(questions.SelectMany(q => q.Question.Relevant).Except(sections));
        Assert.Equal(questions.Count, questions.Select(q => q.Question.Id).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<AnswerResult> JudgeAsync(List<string> relevant, Turn turn)
    {
        var question = new JudgedQuestion { Id = "q", As = "sales-rep", Question = "?", Relevant = relevant };
        return (await new AnswersRun(new FakeTarget((_, _) => turn), Knowledge, null).RunAsync([("set", question)], CancellationToken.None))[0];
    }
}
