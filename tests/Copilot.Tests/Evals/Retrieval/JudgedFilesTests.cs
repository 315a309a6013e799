using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Retrieval;
using Copilot.Testing;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.Tests.Evals.Retrieval;

public sealed class JudgedFilesTests
{
    private static readonly string Evals = RepositoryRoot.Join("evals");

    [Fact]
    public void There_are_at_least_sixty_questions_with_ids_of_their_own()
    {
        var questions = CaseFolder.Judged(Evals);
        Assert.True(questions.Count >= 60);
        Assert.Equal(questions.Count, questions.Select(q => q.Id).Distinct().Count());
    }

    [Fact]
    public void Every_section_named_exists_and_may_be_read_by_the_one_who_asks()
    {
        var sections = new CompanySections(RepositoryRoot.Join("knowledge"));
        var limits = CaseFolder.Limits(Evals);
        var wrong = CaseFolder.Judged(Evals).SelectMany(q => q.Relevant.Select(r => (Question: q, Section: r)))
            .Where(x => !sections.For(CallerOf(x.Question.As, limits[x.Question.As]), new DateOnly(2026, 6, 1)).Contains(x.Section));

        Assert.Empty(wrong.Select(x => $"{x.Question.Id}: {x.Section}"));
    }

    [Fact]
    public void Golden_questions_answered_by_documents_count_as_well()
        => Assert.Contains(CompanyExam.Golden(Evals), q => q.ByDocument && q.Relevant.Contains("sop-returns"));

    [Fact]
    public void A_judged_collection_is_read_with_grades_as_trec_writes_them()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "corpus.jsonl"), "{\"id\":\"d 1\",\"title\":\"T\",\"text\":\"x\"}\n{\"_id\":\"d2\",\"text\":\"y\"}\n");
        File.WriteAllText(Path.Combine(folder.Path, "queries.jsonl"), "{\"id\":\"1\",\"text\":\"q\"}\n{\"id\":\"2\",\"text\":\"unjudged\"}\n");
        File.WriteAllText(Path.Combine(folder.Path, "qrels.tsv"), "query-id\tcorpus-id\tscore\n1\td2\t2\n1 0 d3 -1\n");

        var corpus = JudgedCorpus.Read(folder.Path);

        Assert.Equal(["d 1", "d2"], corpus.Documents.Select(d => d.Id));
        Assert.Equal(new Dictionary<string, int> { ["d2"] = 2, ["d3"] = -1 }, Assert.Single(corpus.Questions).Grades);
    }

    [Fact]
    public void A_folder_without_a_collection_is_told()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("qrels.tsv", Assert.Throws<CopilotException>(() => JudgedCorpus.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static Caller CallerOf(string role, PersonaLimits limits)
        => new() { Id = role, DisplayName = role, Roles = [role], Companies = [.. limits.Companies.Select((name, i) => new CompanyRef(i + 1, name))] };
}
