using Copilot.Documents.Pictures;
using Xunit;

namespace Copilot.Tests.Documents.Pictures;

public sealed class PictureSkewTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(-1.7)]
    [InlineData(3.9)]
    [InlineData(-4)]
    public void The_slope_of_the_lines_is_found(double degrees)
        => Assert.InRange(PictureSkew.Of(SketchedPicture.Page(degrees)) - degrees, -0.21, 0.21);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_page_on_its_side_or_head_tells_it_as_well(int quarters)
        => Assert.InRange(PictureSkew.Of(PictureTurn.ByQuarters(SketchedPicture.Page(2.5), quarters)), 2.2, 2.8);

    [Fact]
    public void Turning_it_back_makes_the_lines_straight()
    {
        var page = SketchedPicture.Page(-3.2);

        Assert.Equal(0, PictureSkew.Of(PictureTurn.Straight(page, PictureSkew.Of(page))), 0.21);
    }

    [Fact]
    public void An_empty_page_and_a_page_of_dust_lie_straight()
    {
        var chance = new Random(5);
        var dust = Enumerable.Range(0, 600 * 800).Select(_ => chance.Next(50) == 0 ? (byte)0 : (byte)255).ToArray();

        Assert.Equal(0, PictureSkew.Of(new GrayPicture(600, 800, [.. Enumerable.Repeat((byte)255, 600 * 800)])));
        Assert.Equal(0, PictureSkew.Of(new GrayPicture(600, 800, dust)));
        Assert.Equal(0, PictureSkew.Of(new GrayPicture(1, 1, [0])));
    }

    [Fact]
    public void Four_quarters_make_a_whole_turn()
    {
        var page = new GrayPicture(3, 2, [1, 2, 3, 4, 5, 6]);

        Assert.Equal([4, 1, 5, 2, 6, 3], PictureTurn.ByQuarters(page, 1).Pixels);
        Assert.Equal(page.Pixels, PictureTurn.ByQuarters(PictureTurn.ByQuarters(page, 1), 3).Pixels);
        Assert.Equal(page.Pixels, PictureTurn.ByQuarters(PictureTurn.ByQuarters(page, 2), 2).Pixels);
    }
}
