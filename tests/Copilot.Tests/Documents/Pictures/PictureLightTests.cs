using Copilot.Documents.Pictures;
using Xunit;

namespace Copilot.Tests.Documents.Pictures;

public sealed class PictureLightTests
{
    [Fact]
    public void A_clean_page_stays_as_it_is()
    {
        var page = SketchedPicture.Page(0);

        Assert.Same(page, PictureLight.Clean(page));
    }

    [Fact]
    public void Paper_in_shadow_becomes_white_and_print_stays_dark()
    {
        var shaded = SketchedPicture.Page(0, ink: 30, paper: (x, _) => (byte)(250 - (x / 7)));

        var clean = PictureLight.Clean(shaded);

        Assert.InRange(shaded.Pixels[(600 * 900) + 880], 0, 130);
        Assert.All(new[] { (5, 600), (450, 100), (880, 600), (880, 1190) }, p => Assert.InRange(clean.Pixels[(p.Item2 * 900) + p.Item1], 240, 255));
        Assert.InRange(clean.Pixels[(605 * 900) + 720], 0, 90);
    }

    [Fact]
    public void Faint_print_becomes_dark()
    {
        var clean = PictureLight.Clean(SketchedPicture.Page(0, ink: 150, paper: (_, _) => 225));

        Assert.InRange(clean.Pixels[(605 * 900) + 720], 0, 30);
        Assert.InRange(clean.Pixels[(620 * 900) + 720], 245, 255);
    }

    [Fact]
    public void Specks_are_taken_away_and_dots_of_letters_stay()
    {
        var chance = new Random(3);
        var page = SketchedPicture.Page(0);
        var dusty = page with { Pixels = [.. page.Pixels.Select(p => chance.Next(400) == 0 ? (byte)(255 - p) : p)] };

        // A full stop is at least two pixels wide.
        foreach (var at in new[] { (60 * 900) + 60, (60 * 900) + 61, (61 * 900) + 60, (61 * 900) + 61 })
        {
            dusty.Pixels[at] = 0;
        }

        var clean = PictureLight.Clean(dusty);

        Assert.InRange(Strays(clean) / (double)Strays(dusty), 0, 0.2);
        Assert.Equal(0, clean.Pixels[(60 * 900) + 60]);
        int Strays(GrayPicture picture) => picture.Pixels.Zip(page.Pixels).Count(p => Math.Abs(p.First - p.Second) > 100);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(130, 130)]
    [InlineData(121, 4000)]
    public void Pages_of_any_size_and_all_black_ones_are_taken(int width, int height)
        => Assert.Equal(width * height, PictureLight.Clean(new GrayPicture(width, height, new byte[width * height])).Pixels.Length);
}
