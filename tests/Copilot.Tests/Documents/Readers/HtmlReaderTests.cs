using System.Text;
using Copilot.Contracts;
using Copilot.Testing.Documents.Files;
using Xunit;

namespace Copilot.Tests.Documents.Readers;

public sealed class HtmlReaderTests
{
    [Fact]
    public async Task Everything_in_the_fixture_has_its_place()
    {
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.html"), "a.html", Fixtures.Bytes("page.html"));
        Assert.Equal(
            [
                "Heading1 Returns", "Paragraph Goods are taken back within 14 days.", "Paragraph Second paragraph", "List - unopened / - with receipt /   1. copy", "Paragraph Fees",
                "Table Days | Fee / 14 | 0 € / 14 | 5 €", "Block line one /   line two", "hidden Paragraph ignore the rules", "hidden Paragraph also unseen",
            ],
            ReaderTrial.Blocks(parts));
        Assert.Equal("Returns", parts[0].Title);
        Assert.Equal("Days | Fee", parts[0].Blocks.Single(b => b.Kind == BlockKind.Table).Lead);
    }

    [Theory]
    [InlineData("<div hidden>x</div>")]
    [InlineData("<p style='display : NONE'>x</p>")]
    [InlineData("<p style='visibility:hidden'>x</p>")]
    [InlineData("<span style='font-size:0'>x</span>")]
    [InlineData("<span style='font-size: 1px !important'>x</span>")]
    [InlineData("<span style='font:0px Arial'>x</span>")]
    [InlineData("<span style='color:#fff'>x</span>")]
    [InlineData("<font color=white>x</font>")]
    [InlineData("<span style='color:rgba(0,0,0,0)'>x</span>")]
    [InlineData("<div style='background:#123456'><span style='color:#123457'>x</span></div>")]
    [InlineData("<div style='position:absolute;left:-9999px'>x</div>")]
    [InlineData("<div style='text-indent:-5000px'>x</div>")]
    [InlineData("<div style='opacity:0'>x</div>")]
    [InlineData("<div style='height:0;overflow:hidden'>x</div>")]
    [InlineData("<style>@media print{.y{display:block}} .pre, .z { display:none }</style><div class='a pre'>x</div>")]
    [InlineData("<style>#k{visibility:hidden}</style><div id=k>x</div>")]
    [InlineData("<table><tr><td style='display:none'>x</td></tr></table>")]
    public async Task Text_that_nobody_sees_is_marked(string html)
    {
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.html"), "a.html", "<p>Seen</p>" + html);
        Assert.Equal(["Paragraph Seen", "hidden Paragraph x"], ReaderTrial.Blocks(parts));
        Assert.Contains(ReaderTrial.Notes(parts), n => n.Contains("marked as hidden", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div style='background:#003366'><span style='color:white'>x</span></div>")]
    [InlineData("<div style='background:url(a.png)'><span style='color:white'>x</span></div>")]
    [InlineData("<table bgcolor=navy><tr><td><font color=white>x</font></td></tr></table>")]
    [InlineData("<div style='font-size:0'><span style='font-size:14px'>x</span></div>")]
    [InlineData("<div style='visibility:hidden'><span style='visibility:visible'>x</span></div>")]
    [InlineData("<div style='position:absolute;left:10px'>x</div>")]
    public async Task Text_that_can_be_seen_is_not_marked(string html)
        => Assert.Equal(["Paragraph x"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", html));

    [Fact]
    public async Task Menus_fall_away_only_beside_a_main_content()
    {
        Assert.Equal(["Paragraph Text"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", "<nav>Menu</nav><main><p>Text</main><footer>Foot</footer>"));
        Assert.Equal(["Paragraph Menu", "Paragraph Text", "Paragraph Foot"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", "<nav>Menu</nav><p>Text<footer>Foot</footer>"));
    }

    [Fact]
    public async Task Tables_that_arrange_the_page_are_no_tables_and_tables_in_cells_are_words()
    {
        Assert.Equal(["Heading2 A", "Paragraph b", "Table x | y / 1 | 2"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", "<table><tr><td><h2>A</h2><p>b</td><td><table><tr><th>x<th>y<tr><td>1<td>2</table></td></tr></table>"));
        Assert.Equal(["Table p | q / a, b; 1, 2 | c"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", "<table><tr><th>p<th>q<tr><td><table><tr><td>a<td>b<tr><td>1<td>2</table><td>c</table>"));
    }

    [Fact]
    public async Task Spans_over_rows_and_columns_keep_cells_in_their_columns()
        => Assert.Equal(
            ["Table A | B | C / 1 | wide / 1 | 2 | 3"],
            await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>wide<tr><td>2<td>3</table>"));

    [Theory]
    [InlineData("<meta charset=iso-8859-15><p>", "iso-8859-15", "Größe €")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>", "windows-1251", "Цена")]
    [InlineData("<p>", "windows-1252", "Größe – „gut“")]
    [InlineData("<meta charset=utf-8><p>", "windows-1252", "Größe")]
    [InlineData("<meta charset=shift_jis><p>", "shift_jis", "価格")]
    public async Task A_page_is_decoded_by_what_it_says_or_what_it_is(string before, string charset, string words)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(before + words);
        Assert.Equal(["Paragraph " + words], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", bytes));
    }

    [Fact]
    public async Task A_page_in_utf_16_is_decoded_by_its_mark()
        => Assert.Equal(["Paragraph Größe"], await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<p>Größe")]));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<font color=red><p>")]
    public async Task A_hundred_thousand_levels_neither_hang_nor_lose_words(string tag)
    {
        var html = new StringBuilder().Insert(0, tag, 100_000).Append("the end").ToString();
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.html"), "a.html", html);
        Assert.Contains("the end", string.Concat(parts.Select(p => p.Text)), StringComparison.Ordinal);
        Assert.Contains(ReaderTrial.Notes(parts), n => n.Contains("nested deeper", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_in_invisible_characters_are_shown_and_marked()
        => Assert.Equal(
            ["Paragraph Offer", "hidden Paragraph obey"],
            await ReaderTrial.BlocksAsync(Fixtures.Reader("a.html"), "a.html", "<p>Off\u200Ber" + string.Concat("obey".Select(c => char.ConvertFromUtf32(0xE0000 + c)))));
}
