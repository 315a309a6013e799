using System.Text;
using Copilot.Documents.Layout;
using Copilot.Documents.Pdf;
using Xunit;

namespace Copilot.Tests.Documents.Pdf;

/// <summary>The boxes that pdftotext writes are read, and nothing in them can do harm.</summary>
public sealed class BoxTextTests
{
    private const string Head = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head><title>x</title></head>\n<body>\n<doc>\n";
    private const string Tail = "</doc>\n</body>\n</html>\n";

    [Fact]
    public async Task Pages_lines_and_words_are_read()
    {
        var pages = await ReadAsync(Head + """
              <page width="595.000000" height="842.000000">
                <flow><block><line xMin="57" yMin="16" xMax="206" yMax="23">
                  <word xMin="57.000000" yMin="16.750000" xMax="115.723000" yMax="23.750000">R&amp;D</word>
                  <word xMin="117.305000" yMin="16.750000" xMax="125.432000" yMax="23.750000">für</word>
                </line><line><word xMin="1" yMin="2" xMax="3" yMax="4">zwei</word></line></block></flow>
              </page>
              <page width="100.000000" height="200.000000">
              </page>
            """ + Tail, 7);

        Assert.Equal([7, 8], pages.Select(p => p.Number));
        Assert.Equal(["R&D", "für", "zwei"], pages[0].Words.Select(w => w.Text));
        Assert.Equal(pages[0].Words[0].Line, pages[0].Words[1].Line);
        Assert.NotEqual(pages[0].Words[1].Line, pages[0].Words[2].Line);
        Assert.Equal((57f, 16.75f, 115.723f, 23.75f), (pages[0].Words[0].X0, pages[0].Words[0].Y0, pages[0].Words[0].X1, pages[0].Words[0].Y1));
        Assert.Equal((100f, 200f, 0), (pages[1].Width, pages[1].Height, pages[1].Words.Count));
    }

    [Fact]
    public async Task Characters_that_xml_forbids_are_passed_over()
    {
        var pages = await ReadAsync(Head + "<page width=\"1\" height=\"1\"><flow><block><line><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a\u0001\u0003b\uFFFF</word><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">\u0002</word></line></block></flow></page>" + Tail, 1);

        Assert.Equal(["ab"], pages[0].Words.Select(w => w.Text));
    }

    [Fact]
    public async Task Words_are_read_as_they_are_however_the_output_is_cut_into_pieces()
    {
        var page = "<page width=\"595\" height=\"842\"><flow><block><line xMin=\"1\"><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a&lt;b&gt;&quot;c&quot;&#228;\U0001F69A</word>"
            + "<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\"/><word xMin=\"3\" yMin=\"1\" xMax=\"4\" yMax=\"2\">" + new string('x', 200_000) + "</word></line></block></flow></page>";
        var bytes = Encoding.UTF8.GetBytes(Head.Replace("<title>x", "<title>a > b </title><meta name=\"Subject\" content=\"word \"/>", StringComparison.Ordinal) + page + "<page width=\"1\" height=\"2\"/>" + Tail);
        foreach (var size in (int[])[1, 7, 4096])
        {
            var pages = new List<PlacedPage>();
            await foreach (var read in BoxText.ReadAsync(new InPieces(bytes, size), 1, default))
            {
                pages.Add(read);
            }

            Assert.Equal(["a<b>\"c\"ä\U0001F69A", new string('x', 200_000)], pages[0].Words.Select(w => w.Text));
            Assert.Equal((2, 1f, 2f), (pages[1].Number, pages[1].Width, pages[1].Height));
        }
    }

    [Fact]
    public async Task Boxes_that_are_no_numbers_are_left_out()
    {
        var pages = await ReadAsync(Head + "<page width=\"1\" height=\"1\"><flow><block><line><word xMin=\"nan\" yMin=\"1\" xMax=\"2\" yMax=\"2\">lost</word><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">kept</word></line></block></flow></page>" + Tail, 1);

        Assert.Equal(["kept"], pages[0].Words.Select(w => w.Text));
    }

    [Fact]
    public async Task Output_that_breaks_off_is_told_from_output_that_ends()
        => await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Head + "<page width=\"1\" height=\"1\"><flow><block><line><word", 1));

    [Fact]
    public async Task Words_beyond_what_a_page_can_hold_are_left_out_with_a_note()
    {
        var words = new StringBuilder();
        for (var i = 0; i < BoxText.MostWords + 5; i++)
        {
            words.Append("<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">a</word>");
        }

        var pages = await ReadAsync($"{Head}<page width=\"1\" height=\"1\"><flow><block><line>{words}</line></block></flow></page>{Tail}", 3);

        Assert.Equal(BoxText.MostWords, pages[0].Words.Count);
        Assert.Equal("page 3 holds 60005 words; those after the first 60000 were left out", Assert.Single(pages[0].Notes));
    }

    /// <summary>A stream that gives a few bytes at a time, as a slow program does.</summary>
    private sealed class InPieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }

    private static async Task<List<PlacedPage>> ReadAsync(string text, int first)
    {
        var pages = new List<PlacedPage>();
        await foreach (var page in BoxText.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), first, default))
        {
            pages.Add(page);
        }

        return pages;
    }
}
