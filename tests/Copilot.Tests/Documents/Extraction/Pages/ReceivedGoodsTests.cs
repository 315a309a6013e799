using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

/// <summary>What papers of deliveries say of the goods: what left, what came, what is noted beside it.</summary>
public sealed class ReceivedGoodsTests
{
    [Theory]
    [InlineData("Shipped", "Received")]
    [InlineData("Ordered", "Delivered")]
    [InlineData("Delivered", "Received")]
    [InlineData("Geliefert", "Erhalten")]
    [InlineData("Livré", "Reçu")]
    public void Of_two_quantities_the_one_that_came_counts(string left, string came)
    {
        var line = Line([45, 130, 330, 400], ["Article", "Description", left, came], ["GLV-CUT-10", "Cut-resistant gloves", "40", "36"]);
        Assert.Equal(("GLV-CUT-10", 36m), (line.Sku, line.Quantity));
    }

    [Theory]
    [InlineData("Remarks", "2 cartons crushed", "Remarks: 2 cartons crushed")]
    [InlineData("Damaged", "3", "Damaged: 3")]
    [InlineData("Bemerkung", "beschädigt", "Bemerkung: beschädigt")]
    [InlineData("Damaged", "0", null)]
    [InlineData("Remarks", "none", null)]
    [InlineData("Remarks", "-", null)]
    public void What_stands_under_a_head_for_remarks_is_told_with_its_head(string head, string remark, string? note)
        => Assert.Equal(note, Line([45, 130, 330, 420], ["Article", "Description", "Quantity", head], ["GLV-CUT-10", "Cut-resistant gloves", "40", remark]).Note);

    private static ExtractedLine Line(float[] columns, string[] heads, string[] cells)
        => Assert.Single(PageDocument.Read([new PageSketch().Line(45, 40, "PROOF OF DELIVERY", 16).Line(45, 80, "Delivery no.: LYO/OUT/00042").Row(150, columns, heads).Row(166, columns, cells).Line(45, 700, "Signature:").Page()], "text").Finish("pod.pdf").Lines);
}
