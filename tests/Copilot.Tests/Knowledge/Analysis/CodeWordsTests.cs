using Copilot.Knowledge.Analysis;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis;

public sealed class CodeWordsTests
{
    [Theory]
    [InlineData("order WID-9 today", "wid9")]
    [InlineData("GLV-NIT-L is short", "glvnitl")]
    [InlineData("see S00042", "s00042")]
    [InlineData("INV/2026/00042 is due", "inv202600042")]
    [InlineData("under §7.2 of it", "n7x2")]
    [InlineData("clause 7", "n7")]
    [InlineData("7.2 (b) holds", "n7x2xb")]
    [InlineData("7.2(b)", "n7x2xb")]
    [InlineData("nach Ziffer 7.2", "n7x2")]
    [InlineData("Artikel 7", "n7")]
    [InlineData("según la cláusula 7.2 (b)", "n7x2xb")]
    [InlineData("clausula 7", "n7")]
    [InlineData("l'articolo 7", "n7")]
    public void Codes_and_clauses_are_recognised(string text, string code) => Assert.Contains(code, CodeWords.Of(text));

    [Theory]
    [InlineData("full-time work and up-to-date lists")]
    [InlineData("nothing of the kind")]
    [InlineData("")]
    public void Ordinary_words_are_no_codes(string text) => Assert.Empty(CodeWords.Of(text));

    [Theory]
    [InlineData("what about wid 9", "wid9")]
    [InlineData("glv nit l again", "glvnitl")]
    [InlineData("WID-9?", "wid9")]
    public void A_question_may_write_a_code_with_blanks(string question, string code) => Assert.Contains(code, CodeWords.OfQuestion(question));

    [Fact]
    public void Lettered_items_belong_to_the_clause_of_their_heading()
        => Assert.Equal(["n7", "n7x2", "n7x2xa", "n7x2xb"], CodeWords.OfClause("7.2 Returns", "Not taken back:\n\n(a) masks;\n(b) gloves."));
}
