using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Layout;

/// <summary>Words of a page that lies askew are read as if it lay straight, and stand where they are seen.</summary>
public sealed class StraighteningTests
{
    [Theory]
    [InlineData(2.5f)]
    [InlineData(-4f)]
    [InlineData(90f)]
    [InlineData(93f)]
    [InlineData(180f)]
    [InlineData(266.5f)]
    public void There_and_back_again_each_word_stands_where_it_stood(float degrees)
    {
        var straight = new PageSketch().Lines(60, 80, "Invoice No: R-2026-7", "Total 42.00").Line(60, 700, "Thank you").Page();

        var seen = Straightening.Back(straight, degrees);
        var again = Straightening.Of(seen);

        Assert.Equal((straight.Width, straight.Height), (again.Width, again.Height));
        Assert.All(straight.Words.Zip(again.Words), p =>
        {
            Assert.Equal(p.First.X0, p.Second.X0, 0.05);
            Assert.Equal(p.First.Y0, p.Second.Y0, 0.05);
            Assert.Equal(p.First.X1, p.Second.X1, 0.05);
            Assert.Equal(p.First.Y1, p.Second.Y1, 0.05);
        });
        Assert.All(seen.Words.Zip(again.Words), p => Assert.Equal((p.First.X0, p.First.Y0, p.First.X1, p.First.Y1), p.Second.OnPage));
    }

    [Fact]
    public void A_page_on_its_side_is_as_wide_as_it_is_high()
    {
        var seen = Straightening.Back(new PageSketch().Line(60, 80, "Invoice").Page(), 90);

        // The top of the text looks to the right.
        Assert.Equal((842f, 595f), (seen.Width, seen.Height));
        Assert.InRange(seen.Words[0].X0, 842 - 91, 842 - 79);
        Assert.Equal(60, seen.Words[0].Y0, 0.05);
    }

    [Theory]
    [InlineData(3f)]
    [InlineData(-88f)]
    [InlineData(180f)]
    public void An_invoice_that_lies_askew_reads_like_one_that_lies_straight(float degrees)
    {
        float[] columns = [45, 110, 330, 400, 480];
        var page = new PageSketch().Line(45, 40, "Northgate Fixings Ltd", 14).Line(330, 70, "INVOICE", 18).Line(330, 98, "Invoice No: R-2026-7")
            .Row(220, columns, "Code", "Description", "Qty", "Unit Price", "Amount").Row(238, columns, "AB-1", "Hex bolt zinc plated", "10", "2.50", "25.00")
            .Row(290, [400, 480], "Net Total", "25.00").Row(304, [400, 480], "VAT 20%", "5.00").Row(318, [400, 480], "Total", "£30.00").Page();
        var straight = PageDocument.Read([page], "text").Finish("a.pdf");
        var askew = PageDocument.Read([Straightening.Back(page, (degrees + 360) % 360)], "text").Finish("a.pdf");

        Assert.Equal(straight.Fields.Select(f => (f.Key, f.Value.Value)), askew.Fields.Select(f => (f.Key, f.Value.Value)));
        Assert.Equal(straight.Lines, askew.Lines);
        Assert.NotEqual(straight.Fields["number"].Box, askew.Fields["number"].Box);
    }
}
