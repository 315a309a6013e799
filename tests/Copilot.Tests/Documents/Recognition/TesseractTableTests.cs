using Copilot.Documents.Recognition;
using Xunit;

namespace Copilot.Tests.Documents.Recognition;

/// <summary>The table that tesseract writes becomes words in points with their confidence.</summary>
public sealed class TesseractTableTests
{
    private const string Head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

    [Fact]
    public void Words_are_given_in_points_with_the_height_of_their_line()
    {
        var read = TesseractTable.Read(
            [
                Head, "1\t1\t0\t0\t0\t0\t0\t0\t1653\t2339\t-1\t", "4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t",
                "5\t1\t1\t1\t1\t1\t100\t200\t100\t40\t90\tLieferung", "5\t1\t1\t1\t1\t2\t220\t210\t60\t30\t70\tan", "5\t1\t1\t1\t2\t1\t100\t300\t60\t30\t80.5\tuns",
            ],
            200,
            4);

        var (page, sure) = read!.Value;
        Assert.Equal((4, true), (page.Number, page.Recognised));
        Assert.Equal(595.08f, page.Width, 2);
        Assert.Equal((36f, 72f, 72f), (page.Words[0].X0, page.Words[0].Y0, page.Words[0].X1));
        Assert.Equal(86.4f, page.Words[0].Y1, 2);
        Assert.Equal(72f, page.Words[1].Y0, 2);
        Assert.NotEqual(page.Words[1].Line, page.Words[2].Line);
        Assert.Equal(((90 * 9) + (70 * 2) + (80.5f * 3)) / 14, sure, 2);
    }

    [Fact]
    public void Rules_of_tables_and_specks_are_no_words()
    {
        var read = TesseractTable.Read(
            [Head, "1\t1\t0\t0\t0\t0\t0\t0\t1000\t1000\t-1\t", "5\t1\t1\t1\t1\t1\t1\t1\t1\t9\t95\t|", "5\t1\t1\t1\t1\t2\t5\t1\t9\t9\t20\t~.", "5\t1\t1\t1\t1\t3\t20\t1\t9\t9\t91\t€", "5\t1\t1\t1\t1\t4\t40\t1\t9\t9\t91\t12,50"],
            100,
            1);

        Assert.Equal(["€", "12,50"], read!.Value.Page.Words.Select(w => w.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no table at all")]
    [InlineData(Head)]
    public void Anything_else_is_no_page(string text) => Assert.Null(TesseractTable.Read(text.Split('\n'), 200, 1));
}
