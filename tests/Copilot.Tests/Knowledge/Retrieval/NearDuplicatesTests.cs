using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.Tests.Knowledge.Retrieval;

public sealed class NearDuplicatesTests : IDisposable
{

    private readonly KnowledgeLibrary _library = new();

    [Fact]
    public async Task Passages_that_differ_in_a_number_are_both_kept()
    {
        _library.Write("a.txt", Clause(30));
        _library.Write("b.txt", Clause(45));
        _library.Write("c.txt", Clause(45));
        await _library.IngestAsync();

        Assert.Equal(2, (await _library.FindAsync("gloves returned")).Count);
    }

    [Fact]
    public async Task The_same_clause_agreed_with_two_customers_is_kept_twice()
    {
        foreach (var customer in new[] { "Nordlicht", "Castellan" })
        {
            _library.Document(customer, $"readers: all\nabout: [{customer}]", Clause(30));
        }

        await _library.IngestAsync();

        Assert.Equal(2, (await _library.FindAsync("gloves returned")).Count);
    }

    public void Dispose() => _library.Dispose();

    private static string Clause(int days)
        => FormattableString.Invariant($"Gloves in saleable condition may be returned within {days} days of the delivery to the returns bench in Lyon with their note.");
}
