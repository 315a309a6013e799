using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Pictures;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>A proof of delivery is signed where somebody wrote beside, above or below the words that ask for it.</summary>
public sealed class SignatureReaderTests
{
    private const int Width = 595;
    private const int Height = 842;

    [Theory]
    [InlineData("Signature of consignee:", 260, 690)]
    [InlineData("Unterschrift Empfänger", 60, 660)]
    [InlineData("Firma del destinatario", 60, 720)]
    public void Strokes_beside_above_or_below_the_words_are_a_signature(string label, int x, int y)
        => Assert.Equal("present", Read(label, picture => Scribble(picture, x, y)));

    [Theory]
    [InlineData("Signature of consignee:")]
    [InlineData("Unterschrift Empfänger")]
    [InlineData("Handtekening ontvanger")]
    public void A_ruled_line_with_nothing_on_it_is_none(string label)
        => Assert.Equal("missing", Read(label, picture => Rule(picture, 702)));

    [Fact]
    public void Strokes_on_a_ruled_line_are_told_from_the_line()
        => Assert.Equal("present", Read("Signature:", picture =>
        {
            Rule(picture, 702);
            Scribble(picture, 140, 685);
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-14)]
    public void A_stamp_in_its_place_is_no_signature(double degrees)
        => Assert.Equal("stamp", Read("Signature:", picture => Stamp(picture, 200, 695, degrees)));

    [Fact]
    public void Letters_of_one_height_in_a_row_are_a_stamp_without_a_frame_too()
        => Assert.Equal("stamp", Read("Signature:", picture => Stamp(picture, 200, 695, 6, framed: false)));

    [Fact]
    public void Strokes_beside_a_stamp_are_a_signature_and_less_sure()
    {
        var beside = Field("Signature:", picture =>
        {
            Stamp(picture, 250, 700, 5);
            Scribble(picture, 105, 685);
        });
        Assert.Equal("present", beside?.Value);
        Assert.True(beside!.Confidence < Field("Signature:", picture => Scribble(picture, 105, 685))!.Confidence);
    }

    [Fact]
    public void The_box_that_a_form_draws_for_it_is_no_stamp()
    {
        static void Box(byte[] picture)
        {
            for (var x = 100; x < 290; x++)
            {
                picture[(676 * Width) + x] = picture[(710 * Width) + x] = 0;
            }

            for (var y = 676; y <= 710; y++)
            {
                picture[(y * Width) + 100] = picture[(y * Width) + 289] = 0;
            }
        }

        Assert.Equal("missing", Read("Signature:", Box));
        Assert.Equal("present", Read("Signature:", picture =>
        {
            Box(picture);
            Scribble(picture, 140, 685);
        }));
    }

    [Fact]
    public void A_paper_that_asks_for_none_and_one_that_cannot_be_looked_at_say_nothing()
    {
        Assert.Null(Read("Driver: 17", _ => { }));
        Assert.Null(Read("Signature:", null));
    }

    [Fact]
    public void An_electronic_signature_is_one()
        => Assert.Equal("present", Read("Signed electronically by M. Rossi", null));

    [Fact]
    public void Other_papers_are_not_looked_at()
        => Assert.Null(Read("Signature:", picture => Scribble(picture, 140, 685), "DELIVERY NOTE"));

    private static string? Read(string label, Action<byte[]>? draw, string title = "PROOF OF DELIVERY") => Field(label, draw, title)?.Value as string;

    private static ExtractedField? Field(string label, Action<byte[]>? draw, string title = "PROOF OF DELIVERY")
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, (byte)255);
        draw?.Invoke(pixels);
        var page = new PageSketch().Line(45, 40, title, 16).Line(45, 80, "Delivery no.: LYO/OUT/00042").Line(45, 695, label).Page();
        return PageDocument.Read([page with { Look = draw is null ? null : new GrayPicture(Width, Height, pixels) }], "text").Field("signature");
    }

    /// <summary>A wave of a pen, 90 wide and 16 high.</summary>
    private static void Scribble(byte[] picture, int left, int top)
    {
        for (var i = 0; i < 900; i++)
        {
            var (x, y) = (left + (i / 10), top + (int)(8 + (8 * Math.Sin(i / 40.0))));
            picture[(y * Width) + x] = picture[((y + 1) * Width) + x] = 10;
        }
    }

    /// <summary>Nine letters of bars in a frame, turned around their middle.</summary>
    private static void Stamp(byte[] picture, double atX, double atY, double degrees, bool framed = true)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        for (var u = -62.0; u <= 62; u += 0.4)
        {
            for (var v = -12.0; v <= 12; v += 0.4)
            {
                var along = u + 54;
                var letter = Math.Abs(v) <= 6 && along is >= 0 and < 108 && (along % 12) is var x && x < 9 && (x < 2.5 || (x > 6.5) || Math.Abs(v) < 1.2);
                var frame = framed && (Math.Abs(u) > 60.5 || Math.Abs(v) > 10.5);
                if (letter || frame)
                {
                    picture[((int)(atY + (u * sin) + (v * cos)) * Width) + (int)(atX + (u * cos) - (v * sin))] = 60;
                }
            }
        }
    }

    private static void Rule(byte[] picture, int y)
    {
        for (var x = 30; x < Width - 30; x++)
        {
            picture[(y * Width) + x] = 0;
        }
    }
}
