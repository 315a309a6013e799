using Copilot.Contracts;
using Xunit;
using static Copilot.Tests.Documents.Matching.MatchSketch;

namespace Copilot.Tests.Documents.Matching;

public sealed class ConfirmationAndDeliveryTests
{
    private static readonly LedgerOrder Open = Order(
        "P00042",
        Line(1, "BOX-400", "Folding box 400x300x200", 500, 1.20m, theirs: "KA-10455"),
        Line(2, "BOX-600", "Folding box 600x400x400", 200, 2.50m, theirs: "KA-10612"));

    [Fact]
    public void A_confirmation_as_ordered_is_clean() => Assert.True(Confirm(Goods).IsClean);

    [Fact]
    public void A_later_day_is_told_and_an_earlier_one_passes()
    {
        var later = Assert.Single(Confirm([Goods[0] with { DeliveryDate = "2026-12-04" }, Goods[1]]).Differences);
        Assert.Equal((DifferenceKind.Date, new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 4), false), (later.Kind, later.ExpectedDay!.Value, later.FoundDay!.Value, later.Passes));
        Assert.True(Confirm([Goods[0] with { DeliveryDate = "2026-11-18" }, Goods[1]]).IsClean);
    }

    [Fact]
    public void A_day_for_the_whole_document_counts_for_its_lines()
        => Assert.Equal(2, Match(Document(type: BusinessDocumentType.OrderConfirmation, more: ("deliveryDate", "2026-12-04")), Book(Open)).Differences.Count(d => d.Kind == DifferenceKind.Date));

    [Fact]
    public void A_few_days_may_pass() => Assert.True(Match(Document(lines: [Goods[0] with { DeliveryDate = "2026-11-22" }, Goods[1]], type: BusinessDocumentType.OrderConfirmation), Book(Open), new MatchTolerance { Days = 2 }).IsClean);

    [Fact]
    public void Less_than_ordered_is_told()
    {
        var less = Assert.Single(Confirm([Item("KA-10455", 400, 1.20m), Goods[1]]).Differences);
        Assert.Equal((DifferenceKind.Quantity, 500m, 400m), (less.Kind, less.Expected, less.Found));
    }

    [Fact]
    public void A_line_in_two_parts_is_whole_with_the_last_of_them()
    {
        var date = Assert.Single(Confirm([Item("KA-10455", 300, 1.20m) with { DeliveryDate = "2026-11-20" }, Item("KA-10455", 200, 1.20m) with { DeliveryDate = "2026-12-01" }, Goods[1]]).Differences);
        Assert.Equal(new DateOnly(2026, 12, 1), date.FoundDay);
    }

    [Fact]
    public void A_line_left_out_is_told() => Assert.Equal(DifferenceKind.Missing, Assert.Single(Confirm([Goods[0]]).Differences).Kind);

    [Fact]
    public void A_line_refused_is_told() => Assert.Contains("refuses", Assert.Single(Confirm([Goods[0] with { Status = "IR" }, Goods[1]]).Differences).Cause, StringComparison.Ordinal);

    [Fact]
    public void Another_price_is_told() => Assert.Equal(DifferenceKind.Price, Assert.Single(Confirm([Item("KA-10455", 500, 1.40m), Goods[1]]).Differences).Kind);

    [Fact]
    public void A_delivery_of_what_is_outstanding_is_clean() => Assert.True(Deliver(Goods).IsClean);

    [Fact]
    public void A_part_delivery_is_clean() => Assert.True(Deliver([Item("KA-10455", 100)]).IsClean);

    [Fact]
    public void Cartons_of_which_nobody_knows_what_they_hold_are_not_counted_as_pieces()
    {
        var difference = Assert.Single(Deliver([Item("KA-10455", 3, unit: "CT"), Goods[1]]).Differences);
        Assert.Equal((DifferenceKind.Unit, 3m, false), (difference.Kind, difference.Found!.Value, difference.Passes));
        Assert.Equal(DifferenceKind.Unit, Assert.Single(Deliver([Item("KA-10455", 600, unit: "Palette")]).Differences).Kind);
        Assert.True(Deliver([Item("KA-10455", 500, unit: "CT"), Goods[1]]).IsClean);
        Assert.True(Deliver([Item("KA-10455", 5, description: "Faltkarton VPE 100", unit: "CT")]).IsClean);
        Assert.Equal(DifferenceKind.Unit, Assert.Single(Confirm([Item("KA-10455", 3, unit: "CT"), Goods[1]]).Differences).Kind);
    }

    [Fact]
    public void More_than_outstanding_is_told() => Assert.Equal(DifferenceKind.Quantity, Assert.Single(Deliver([Item("KA-10455", 600), Goods[1]]).Differences).Kind);

    [Fact]
    public void The_paper_of_a_delivery_that_is_booked_is_clean() => Assert.Empty(Match(Document(type: BusinessDocumentType.DeliveryNote), Book(Received)).Differences);

    [Theory]
    [InlineData("10 boxes damaged")]
    [InlineData("2 Kartons beschädigt")]
    [InlineData("cartons endommagés")]
    public void Damage_noted_on_a_proof_of_delivery_is_told(string note)
        => Assert.Contains(Match(Document(lines: [Goods[0] with { Note = note }, Goods[1]], type: BusinessDocumentType.ProofOfDelivery), Book(Open)).Differences, d => d.Kind == DifferenceKind.Damaged);

    private static DocumentMatch Confirm(IReadOnlyList<ExtractedLine> lines) => Match(Document(lines: lines, type: BusinessDocumentType.OrderConfirmation), Book(Open));

    private static DocumentMatch Deliver(IReadOnlyList<ExtractedLine> lines) => Match(Document(lines: lines, type: BusinessDocumentType.DeliveryNote), Book(Open));
}
