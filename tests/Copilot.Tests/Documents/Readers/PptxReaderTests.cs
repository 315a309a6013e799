using Copilot.Testing.Documents.Files;
using Xunit;
using static Copilot.Testing.Documents.Files.SlideSketch;

namespace Copilot.Tests.Documents.Readers;

public sealed class PptxReaderTests
{
    [Fact]
    public async Task A_slide_is_a_part_with_heading_bullets_table_and_notes()
    {
        var parts = await ReaderTrial.PartsAsync(Fixtures.Reader("a.pptx"), "a.pptx", Fixtures.Bytes("review.pptx"));
        Assert.Equal([1, 2], parts.Select(p => p.Page));
        Assert.Equal(
            [
                "Heading1 Slide 1: Results", "List - Sales up / - Costs down", "Table Year | Sales / 2025 | 12", "Paragraph Notes: Say hello first",
                "hidden Heading1 Slide 2: Plan B", "hidden Paragraph Sell less",
            ],
            ReaderTrial.Blocks(parts));
        Assert.Equal("Results", parts[0].Title);
        Assert.Contains("holds hidden slides; they are marked as hidden", ReaderTrial.Notes(parts));
    }

    [Fact]
    public async Task What_stands_beside_the_slide_or_has_no_height_or_colour_is_marked()
        => Assert.Equal(
            ["Heading1 Slide 1", "Paragraph seen", "Paragraph white on blue", "hidden Paragraph beside", "hidden Paragraph tiny", "hidden Paragraph white"],
            await ReaderTrial.BlocksAsync(
                Fixtures.Reader("a.pptx"),
                "a.pptx",
                new SlideSketch().Slide(
                    Shape("seen", shape: At(0, 0))
                    + Shape("white on blue", look: "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>", shape: "<a:solidFill><a:srgbClr val='000080'/></a:solidFill>")
                    + Shape("beside", shape: At(20_000_000, 0)) + Shape("tiny", look: "sz='100'") + Shape("white", look: "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>")).Bytes()));

    [Fact]
    public async Task Bullets_keep_their_depth_and_shapes_in_groups_are_read()
        => Assert.Equal(
            ["Heading1 Slide 1", "List - a /   - b", "Paragraph in a group"],
            await ReaderTrial.BlocksAsync(
                Fixtures.Reader("a.pptx"),
                "a.pptx",
                new SlideSketch().Slide(
                    "<p:sp><p:nvSpPr><p:cNvPr id='1' name='s'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:pPr><a:buChar char='•'/></a:pPr><a:r><a:t>a</a:t></a:r></a:p><a:p><a:pPr lvl='1'><a:buAutoNum type='arabicPeriod'/></a:pPr><a:r><a:t>b</a:t></a:r></a:p></p:txBody></p:sp>"
                    + $"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>{Shape("in a group", shape: At(90_000_000, 0))}</p:grpSp>").Bytes()));
}
