using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Documents.Pictures;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.Tests.Documents.Pictures;

/// <summary>Sizes of pictures are known before anything decodes them.</summary>
public sealed class PictureHeaderTests
{
    public static TheoryData<string, byte[], int, int, float> Pictures => new()
    {
        { "png", Png(640, 480, 300), 640, 480, 300 },
        { "png that claims to be huge", Png(60_000, 60_000, 0), 60_000, 60_000, 0 },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 1, 0, 200, 0, 200, 0, 0, 0xFF, 0xFF, 0xC2, 0, 17, 8, 1, 0x90, 2, 0x58, 3, .. new byte[40]], 600, 400, 200 },
        { "bmp", [.. "BM"u8, .. new byte[12], 40, 0, 0, 0, 0x20, 3, 0, 0, 0xA8, 0xFD, 0xFF, 0xFF, .. new byte[12], 0x13, 0x0B, 0, 0, .. new byte[20]], 800, 600, 72 },
        { "webp", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 3, 0, 0x57, 2, 0, .. new byte[40]], 800, 600, 0 },
        { "tiff", Tiff((800, 600)), 800, 600, 0 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_size_is_read_from_the_header(string name, byte[] file, int width, int height, float resolution)
    {
        Assert.True(PictureHeader.Knows(file), name);
        var size = Assert.Single(PictureHeader.Read(new MemoryStream(file), 10));

        Assert.Equal((width, height), (size.Width, size.Height));
        Assert.Equal(resolution, size.DotsPerInch, 0.2f);
    }

    [Fact]
    public void A_tiff_has_as_many_pages_as_directories()
        => Assert.Equal([(800L, 600L), (80L, 60L)], PictureHeader.Read(new MemoryStream(Tiff((800, 600), (80, 60))), 10).Select(s => (s.Width, s.Height)));

    [Fact]
    public void A_tiff_whose_directories_point_in_a_circle_ends()
    {
        var file = Tiff((800, 600));
        file[^4] = 8;

        Assert.Single(PictureHeader.Read(new MemoryStream(file), 10));
    }

    [Fact]
    public void A_header_cut_off_anywhere_is_no_picture_and_no_crash()
    {
        foreach (var row in Pictures)
        {
            var file = (byte[])row[1];
            for (var length = 0; length < file.Length; length++)
            {
                Assert.InRange(PictureHeader.Read(new MemoryStream(file[..length]), 10).Count, 0, 1);
            }
        }
    }

    [Fact]
    public void A_picture_beyond_the_limit_is_refused_with_its_size()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.png");
        File.WriteAllBytes(path, Png(20_000, 10_000, 0));

        var fault = Assert.Throws<CopilotException>(() => PictureCheck.Of(new("plan.png", path), new DocumentsOptions()));

        Assert.Contains("\"plan.png\" has 20000 × 10000 pixels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_picture_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.png");
        File.WriteAllBytes(path, "GIF89a"u8.ToArray());

        Assert.Contains("is not a picture that can be read", Assert.Throws<CopilotException>(() => PictureCheck.Of(new("x.png", path), new DocumentsOptions())).Message, StringComparison.Ordinal);
    }

    private static byte[] Png(int width, int height, int resolution)
    {
        var perMetre = (int)Math.Round(resolution * 39.3701);
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. Big(width), .. Big(height), 8, 0, 0, 0, 0, 0, 0, 0, 0,
            .. resolution == 0 ? [] : (byte[])[0, 0, 0, 9, .. "pHYs"u8, .. Big(perMetre), .. Big(perMetre), 1, 0, 0, 0, 0],
            0, 0, 0, 0, .. "IDAT"u8, 0, 0, 0, 0, .. new byte[24],
        ];
    }

    private static byte[] Tiff(params (int Width, int Height)[] pages)
    {
        var file = new List<byte> { 0x49, 0x49, 42, 0, 8, 0, 0, 0 };
        for (var i = 0; i < pages.Length; i++)
        {
            var next = i + 1 < pages.Length ? file.Count + 2 + 24 + 4 : 0;
            file.AddRange([2, 0, 0, 1, 4, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(pages[i].Width), 1, 1, 3, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(pages[i].Height), .. BitConverter.GetBytes(next)]);
        }

        return [.. file];
    }

    private static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
