using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion.Chunking;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

public sealed class ClauseTests
{
    private const string Filler = "The parties agree that all of this holds for every order that is placed under this agreement and for each delivery that follows from it. ";

    [Fact]
    public void Numbered_clauses_without_empty_lines_are_chunks_with_their_numbers_above_them()
    {
        var text = $"7. DELIVERY\n7.1 Time. {Filler}\n7.2 Late delivery. {Filler}\n7.3 {Filler}\n8. LIABILITY\n8.1 Cap. {Filler}\n";

        var chunks = Chunker.Cut(text, markdown: false);

        Assert.Equal(
            ["7 DELIVERY > 7.1 Time", "7 DELIVERY > 7.2 Late delivery", "7 DELIVERY > 7.3", "8 LIABILITY > 8.1 Cap"],
            chunks.Select(c => string.Join(" > ", c.HeadingPath)));
    }

    [Fact]
    public void A_long_lettered_item_is_found_by_clause_and_letter()
    {
        var items = string.Concat("abcd".Select(l => $"({l}) {Filler}{Filler}{Filler}{Filler}{Filler};\n"));
        var chunks = Chunker.Cut($"7.2 Late delivery. {Filler}\n{items}7.3 {Filler}\n", markdown: false);

        var item = Assert.Single(chunks, c => c.HeadingPath is [.., "7.2 (b)"]);
        Assert.StartsWith("(b)", item.Text, StringComparison.Ordinal);
        Assert.Equal("7.2 Late delivery", item.HeadingPath[^2]);
        Assert.Contains("n7x2xb", CodeWords.Of(string.Join(" > ", item.HeadingPath)));
    }

    [Fact]
    public void Short_lettered_items_stay_with_their_clause_and_are_found_all_the_same()
    {
        var chunks = Chunker.Cut("7.2 Late delivery. The supplier pays\n(a) one percent a day;\n(b) five percent at most.\n", markdown: false);

        var chunk = Assert.Single(chunks);
        Assert.Equal("7.2 Late delivery", chunk.HeadingPath[^1]);
        Assert.Contains("n7x2xb", CodeWords.OfClause(chunk.HeadingPath[^1], chunk.Text));
    }

    [Theory]
    [InlineData("Article 12 – Livraison", "Article 12 – Livraison")]
    [InlineData("§ 7 Lieferung", "§ 7 Lieferung")]
    [InlineData("Cláusula 3. Entrega", "Cláusula 3. Entrega")]
    [InlineData("Artikel 4: Levering", "Artikel 4: Levering")]
    [InlineData("Articolo 5 - Consegna", "Articolo 5 - Consegna")]
    [InlineData("Art. 5 Consegna", "Art. 5 Consegna")]
    [InlineData("ARTICLE 9", "ARTICLE 9")]
    [InlineData("Schedule B Prices", "Schedule B Prices")]
    [InlineData("Clause 3.1 Delivery. " + Filler, "Clause 3.1 Delivery")]
    public void Heads_of_many_languages_are_known(string line, string path)
    {
        var chunks = Chunker.Cut($"{Filler}\n{line}\n{Filler}\n", markdown: false);

        Assert.Equal(Norm(path), Norm(Assert.Single(chunks[^1].HeadingPath)));
    }

    [Theory]
    [InlineData("Clause 7.2 applies to late deliveries. " + Filler)]
    [InlineData("12.50 EUR are due at once. " + Filler)]
    [InlineData("Section 4 shall survive. " + Filler)]
    [InlineData("100 Pallets are delivered. " + Filler)]
    [InlineData("§ 7 Absatz 2 gilt entsprechend. " + Filler)]
    [InlineData("2026 was a good year. " + Filler)]
    public void What_only_speaks_of_a_clause_opens_none(string line)
        => Assert.All(Chunker.Cut($"{Filler}\n\n{line}\n", markdown: false), c => Assert.Empty(c.HeadingPath));

    [Fact]
    public void A_wrapped_line_that_begins_with_a_number_opens_nothing()
    {
        var text = $"7.1 Time. Delivery is made within the days that are named in clause\n7.2 Below and no later. {Filler}\n";

        Assert.Equal(["7.1 Time"], Assert.Single(Chunker.Cut(text, markdown: false)).HeadingPath);
    }

    [Fact]
    public void Paragraphs_of_an_article_are_its_items()
    {
        var long5 = string.Concat(Enumerable.Repeat(Filler, 5));
        var chunks = Chunker.Cut($"§ 7 Lieferung\n(1) {long5}\n(2) {long5}\n§ 8 Haftung\n(1) {long5}\n", markdown: false);

        Assert.Equal(["§ 7 Lieferung > § 7 (1)", "§ 7 Lieferung > § 7 (2)", "§ 8 Haftung > § 8 (1)"], chunks.Select(c => string.Join(" > ", c.HeadingPath)));
    }

    private static string Norm(string text) => new([.. text.Where(char.IsLetterOrDigit)]);
}
