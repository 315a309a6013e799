using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval;

public sealed class SurroundingsTests : IDisposable
{
    private readonly KnowledgeLibrary _library = new();

    [Fact]
    public async Task A_passage_cut_out_of_a_clause_tells_what_goes_before_and_after()
    {
        var paragraphs = Enumerable.Range(1, 9).Select(i => $"Paragraph {i} of the clause, number {Word(i)}. " + string.Concat(Enumerable.Repeat($"It goes on about item{i}. ", 24)));
        _library.Document("long", "readers: all", "# Agreement\n\n## 1 Delivery\n\n" + string.Join("\n\n", paragraphs) + "\n\n## 2 Payment\n\nThirty days.");
        await _library.IngestAsync();

        var hit = (await _library.FindAsync("item5"))[0];
        var payment = (await _library.FindAsync("payment thirty days"))[0];

        Assert.NotEmpty(hit.Before);
        Assert.NotEmpty(hit.After);
        Assert.True(hit.Before.Length < 620 && hit.After.Length < 620);
        Assert.Equal((string.Empty, string.Empty), (payment.Before, payment.After));
    }

    public void Dispose() => _library.Dispose();

    private static string Word(int i) => new((char)('a' + i), 5);
}
