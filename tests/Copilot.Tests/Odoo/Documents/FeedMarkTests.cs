using Copilot.Odoo.Documents;
using Xunit;

namespace Copilot.Tests.Odoo.Documents;

public sealed class FeedMarkTests
{
    [Fact]
    public void Ids_come_back_as_they_were()
    {
        var draw = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var ids = Enumerable.Range(0, draw.Next(0, 60)).Select(_ => draw.Next(1, 90)).Distinct().Order().ToList();
            Assert.Equal(ids, FeedMark.IdsOf(FeedMark.Runs(ids)));
        }

        Assert.Equal("3-5,9", FeedMark.Runs([3, 4, 5, 9]));
        Assert.Equal(string.Empty, FeedMark.Runs([]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a mark")]
    [InlineData("null")]
    public void A_mark_that_can_not_be_read_means_from_the_beginning(string? mark)
    {
        Assert.Empty(FeedMark.Read(mark).Changed);
        Assert.Empty(FeedMark.Read(mark).Ids);
    }

    [Fact]
    public void A_mark_is_read_back()
    {
        var mark = new FeedMark();
        mark.Changed["ir.attachment"] = "2026-11-21 08:00:00";
        mark.Ids["ir.attachment"] = "1-4";
        Assert.Equal(mark.Write(), FeedMark.Read(mark.Write()).Write());
    }
}
