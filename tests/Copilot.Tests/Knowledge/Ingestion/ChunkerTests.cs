using System.Text;
using Copilot.Knowledge.Ingestion.Chunking;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

public sealed class ChunkerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_lost_and_nothing_stands_twice_whatever_the_text(bool markdown)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var text = RandomText(new Random(seed));

            var chunks = Chunker.Cut(text, markdown);

            var at = 0;
            foreach (var chunk in chunks)
            {
                Assert.True(chunk.Start >= at && chunk.End > chunk.Start, $"seed {seed}: overlap");
                Assert.True(string.IsNullOrWhiteSpace(text[at..chunk.Start]), $"seed {seed}: lost \"{text[at..chunk.Start]}\"");
                at = chunk.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..]), $"seed {seed}: lost the end");
            Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(c => c.Ordinal));
            Assert.All(chunks, c => Assert.True(c.End - c.Start <= Chunker.Target + Chunker.Longest, $"seed {seed}: {c.End - c.Start} characters"));
        }
    }

    [Fact]
    public void A_section_is_a_chunk_with_the_headings_above_it()
    {
        const string text = "# Returns\n\n## 1 Scope\nAll goods.\n\n## 2 Periods\n### 2.1 Gloves\nThirty days.\n";

        var chunks = Chunker.Cut(text, markdown: true);

        Assert.Equal(["Returns > 1 Scope", "Returns > 2 Periods > 2.1 Gloves"], chunks.Select(c => string.Join(" > ", c.HeadingPath)));
        Assert.Equal("# Returns\n\n## 1 Scope\nAll goods.", text[chunks[0].Start..chunks[0].End]);
    }

    [Fact]
    public void A_list_is_kept_whole_with_its_introduction()
    {
        var text = "# Steps\n\nDo this:\n\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"{i}. Step number {i} with some words to fill the line up.\n"));

        Assert.Single(Chunker.Cut(text, markdown: true));
    }

    [Fact]
    public void A_long_table_is_cut_between_rows_and_its_header_goes_with_every_part()
    {
        var text = "# Rates\n\n| Item | Rate |\n| --- | --- |\n" + string.Concat(Enumerable.Range(1, 200).Select(i => $"| Item number {i} of the price list | {i}.50 EUR |\n"));

        var chunks = Chunker.Cut(text, markdown: true);

        Assert.True(chunks.Count > 3);
        Assert.All(chunks.Skip(1), c => Assert.StartsWith("| Item | Rate |", c.Lead, StringComparison.Ordinal));
        Assert.All(chunks, c => Assert.EndsWith("|", text[c.Start..c.End], StringComparison.Ordinal));
    }

    [Fact]
    public void Plain_text_has_numbered_and_capital_headings()
    {
        const string text = "DELIVERY TERMS\n\n7.2 Late delivery\n\nThe penalty is two percent.\n";

        var chunk = Assert.Single(Chunker.Cut(text, markdown: false));

        Assert.Equal("7.2 Late delivery", chunk.HeadingPath[^1]);
    }

    [Fact]
    public void A_word_without_end_is_cut_and_surrogates_stay_together()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 5000));

        var chunks = Chunker.Cut(text, markdown: false);

        Assert.Equal(text, string.Concat(chunks.Select(c => text[c.Start..c.End])));
        Assert.All(chunks, c => Assert.True(char.IsHighSurrogate(text[c.Start])));
    }

    [Fact]
    public void Nesting_no_person_writes_is_read_as_plain_lines()
    {
        var text = new string('>', 5000) + " deep";

        Assert.NotEmpty(Chunker.Cut(text, markdown: true));
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (var block = random.Next(1, 25); block > 0; block--)
        {
            text.Append(random.Next(12) switch
            {
                0 => $"{new string('#', random.Next(1, 7))} {random.Next(20)} Heading {random.Next(100)}\n",
                1 => string.Concat(Enumerable.Range(0, random.Next(1, 80)).Select(i => $"- item {i} {Words(random, random.Next(1, 12))}\n")),
                2 => "| A | B |\n|---|---|\n" + string.Concat(Enumerable.Range(0, random.Next(0, 120)).Select(i => $"| {i} | {Words(random, 5)} |\n")),
                3 => $"```\n{Words(random, random.Next(1, 600))}\n\n{Words(random, 10)}\n```\n",
                4 => $"> {Words(random, 20)}\n",
                5 => "[link]: https://example.org \"Title\"\n",
                6 => $"<div>\n{Words(random, 10)}\n</div>\n",
                7 => new string('x', random.Next(1, 6000)) + "\n",
                8 => "---\n",
                9 => "   \t\n\n\n",
                _ => Words(random, random.Next(1, 500)) + ".\n",
            });
            text.Append(random.Next(3) == 0 ? string.Empty : "\n");
        }

        return text.ToString();
    }

    private static string Words(Random random, int count)
        => string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(30) == 0 ? "end. Next" : "word" + random.Next(50)));
}
