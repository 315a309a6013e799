using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;
using Copilot.Documents.Recognition;
using Xunit;

namespace Copilot.Tests.Documents.Pictures;

/// <summary>Sheets on tables are found and flattened; what is no photograph stays as it is.</summary>
public sealed class PaperOnTableTests
{
    private const int Width = 900;
    private const int Height = 1200;

    [Fact]
    public void The_corners_of_a_sheet_seen_aslant_are_found_to_a_few_pixels()
    {
        (double X, double Y)[] corners = [(120, 90), (760, 60), (840, 1130), (60, 1080)];
        var view = PaperOnTable.Of(Photograph(corners));
        Assert.NotNull(view);
        foreach (var (corner, (u, v)) in corners.Zip([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]))
        {
            var (x, y) = view.Seen(u, v);
            Assert.InRange(Math.Abs(x - corner.X), 0, 8);
            Assert.InRange(Math.Abs(y - corner.Y), 0, 8);
        }
    }

    [Fact]
    public void A_sheet_seen_aslant_is_drawn_as_a_rectangle_with_its_print_where_it_was()
    {
        (double X, double Y)[] corners = [(120, 90), (760, 60), (840, 1130), (60, 1080)];
        var flat = PaperOnTable.Of(Photograph(corners))!.Flat(Photograph(corners));

        // Print stands from a quarter to three quarters of the sheet's width, at a half of its height: darkest there, and paper around it.
        Assert.InRange(Shade(flat, 0.5, 0.5), 0, 60);
        Assert.InRange(Shade(flat, 0.3, 0.5), 0, 60);
        Assert.InRange(Shade(flat, 0.2, 0.5), 200, 255);
        Assert.InRange(Shade(flat, 0.5, 0.44), 200, 255);
        Assert.InRange(Shade(flat, 0.01, 0.01), 200, 255);
    }

    [Fact]
    public void A_scan_whose_paper_goes_to_the_rim_has_no_sheet()
        => Assert.Null(PaperOnTable.Of(Photograph([(-5, -5), (Width + 5, -5), (Width + 5, Height + 5), (-5, Height + 5)])));

    [Fact]
    public void A_shadow_over_half_a_page_is_no_table()
    {
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % Width, i / Width);
            pixels[i] = (byte)Math.Clamp(90 + ((Math.Abs(x - (Width / 2)) + Math.Abs(y - (Height / 2))) * -0.2) + 160, 0, 255);
        }

        Assert.Null(PaperOnTable.Of(new GrayPicture(Width, Height, pixels)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void A_picture_of_one_shade_has_no_sheet(byte shade)
        => Assert.Null(PaperOnTable.Of(new GrayPicture(Width, Height, [.. Enumerable.Repeat(shade, Width * Height)])));

    [Fact]
    public void A_round_plate_is_no_sheet()
    {
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = ((i % Width) - (Width / 2), (i / Width) - (Height / 2));
            pixels[i] = (byte)((x * x) + (y * y) < 400 * 400 ? 240 : 70);
        }

        Assert.Null(PaperOnTable.Of(new GrayPicture(Width, Height, pixels)));
    }

    [Fact]
    public void Words_of_a_flattened_sheet_are_said_to_stand_where_they_are_seen()
    {
        (double X, double Y)[] corners = [(120, 90), (760, 60), (840, 1130), (60, 1080)];
        var photograph = Photograph(corners);
        var view = new PaperView(corners);

        // Read on the flat sheet at 72 dots per inch, a word over its whole lower right quarter.
        var read = new PlacedPage(1, view.Width, view.Height, [new PlacedWord("Total", view.Width / 2f, view.Height / 2f, view.Width, view.Height, 1)]);
        var page = FlatReading.OnPhotograph(read, view, photograph, 72);
        var (x0, y0, x1, y1) = page.Words[0].OnPage;
        Assert.Equal((Width, Height), (page.Width, page.Height));
        Assert.InRange(x1, 839, 841);
        Assert.InRange(y1, 1129, 1131);
        var (middleX, middleY) = view.Seen(0.5, 0.5);
        Assert.InRange(x0, middleX - 25, middleX + 1);
        Assert.InRange(y0, middleY - 25, middleY + 1);
    }

    private static byte Shade(GrayPicture picture, double u, double v) => picture.Pixels[((int)(v * picture.Height) * picture.Width) + (int)(u * picture.Width)];

    /// <summary>A white sheet with a bar of print across its middle, on a dark table.</summary>
    private static GrayPicture Photograph((double X, double Y)[] corners)
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, (byte)75);
        var view = new PaperView(corners);

        // Drawn finer than pixels, so that none is left out.
        for (var v = 0; v < 3000; v++)
        {
            for (var u = 0; u < 2400; u++)
            {
                var (x, y) = view.Seen(u / 2400.0, v / 3000.0);
                if (x >= 0 && y >= 0 && x < Width && y < Height)
                {
                    pixels[((int)y * Width) + (int)x] = u is > 600 and < 1800 && v is > 1470 and < 1530 ? (byte)20 : (byte)235;
                }
            }
        }

        return new GrayPicture(Width, Height, pixels);
    }
}
