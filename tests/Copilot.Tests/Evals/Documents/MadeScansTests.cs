using System.IO.Compression;
using Copilot.Documents.Pictures;
using Copilot.Evals.Documents;
using Xunit;

namespace Copilot.Tests.Evals.Documents;

/// <summary>Scans are made from pages, and spoilt the same way each time.</summary>
public sealed class MadeScansTests
{
    private static readonly ScannedSheet Sheet = new(200, 280, [.. Enumerable.Range(0, 200 * 280).Select(i => i / 200 % 20 < 6 && i % 200 is > 30 and < 170 ? (byte)0 : (byte)255)]);

    [Fact]
    public void The_same_chance_spoils_a_page_in_the_same_way()
    {
        foreach (var kind in ScanKind.All)
        {
            Assert.Equal(Sheet.Scan(kind, new Random(4)).Pixels, Sheet.Scan(kind, new Random(4)).Pixels);
        }

        var worn = ScanKind.All.Single(k => k.Name == "worn");
        Assert.NotEqual(Sheet.Scan(worn, new Random(4)).Pixels, Sheet.Scan(worn, new Random(5)).Pixels);
    }

    [Fact]
    public void Each_kind_spoils_it_as_it_says()
    {
        ScannedSheet Of(string name) => Sheet.Scan(ScanKind.All.Single(k => k.Name == name), new Random(7));

        Assert.Equal(Sheet.Pixels, Of("clean").Pixels);
        Assert.InRange(Of("faint").Pixels.Average(p => p), 160, 220);
        Assert.InRange(Math.Abs(PictureSkew.Of(new GrayPicture(200, 280, Of("askew").Pixels))), 1, 4.3);
        Assert.InRange(Of("unevenly lit").Pixels.Where((_, i) => Sheet.Pixels[i] == 255).Min(p => (int)p), 90, 160);
        Assert.InRange(Of("speckled").Pixels.Take(200 * 20).Count(p => p == 0), 0, 200 * 7);
    }

    [Fact]
    public void A_png_holds_the_pixels()
    {
        var png = ScanFile.Png(Sheet, 200);
        using var stream = new MemoryStream(png);
        var size = Assert.Single(PictureHeader.Read(stream, 2));

        Assert.Equal((200L, 280L), (size.Width, size.Height));
        Assert.InRange(size.DotsPerInch, 199.5, 200.5);
        var at = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using var data = new ZLibStream(new MemoryStream(png, at, png.Length - at), CompressionMode.Decompress);
        var rows = new byte[201 * 280];
        data.ReadExactly(rows);
        Assert.Equal(Sheet.Pixels[..200], rows[1..201]);
    }
}
