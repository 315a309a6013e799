using Copilot.Contracts;
using Copilot.Documents.Matching;
using Xunit;
using static Copilot.Tests.Documents.Matching.MatchSketch;

namespace Copilot.Tests.Documents.Matching;

public sealed class ProofOfDeliveryTests
{
    private static readonly Shipment Left = Shipped(7, "RTM/OUT/00042", "S00042", "1Z999");
    private static readonly Shipment Other = Shipped(8, "RTM/OUT/00043", "S00043", "1Z888");

    [Fact]
    public void All_that_left_and_arrived_is_whole()
    {
        var proof = Prove(Proof("RTM/OUT/00042", Item(ours: "BOX-400", quantity: 500), Item(ours: "BOX-600", quantity: 200)))!;
        Assert.Equal("RTM/OUT/00042", proof.Shipment.Goods.Name);
        Assert.True(proof.IsWhole);
    }

    [Theory]
    [InlineData("S00042")]
    [InlineData("1Z999")]
    [InlineData("rtm out 00042")]
    public void It_is_found_by_the_customers_order_and_the_carriers_number_too(string number) => Assert.Equal(7, Prove(Proof(number, Item(ours: "BOX-400", quantity: 500)))!.Shipment.Goods.Id);

    [Fact]
    public void What_is_short_and_what_the_paper_leaves_out_is_missing()
    {
        var proof = Prove(Proof("RTM/OUT/00042", Item(ours: "BOX-400", quantity: 480)))!;
        Assert.Equal([20m, 200m], proof.Lines.Select(l => l.Missing));
        Assert.False(proof.IsWhole);
    }

    [Fact]
    public void Damage_is_told_beside_the_quantity()
    {
        var proof = Prove(Proof("RTM/OUT/00042", Item(ours: "BOX-400", quantity: 500) with { Note = "2 boxes damaged" }, Item(ours: "BOX-600", quantity: 200)))!;
        Assert.Equal([true, false], proof.Lines.Select(l => l.IsDamaged));
        Assert.False(proof.IsWhole);
    }

    [Fact]
    public void A_paper_without_goods_says_nothing_about_them()
    {
        var proof = Prove(Proof("RTM/OUT/00042"))!;
        Assert.False(proof.HasGoods);
        Assert.False(proof.IsWhole);
        Assert.All(proof.Lines, l => Assert.Equal((null, 0m), (l.Delivered, l.Missing)));
    }

    [Fact]
    public void Two_deliveries_of_one_order_are_told_apart_by_their_goods_or_not_at_all()
    {
        var second = Shipped(9, "RTM/OUT/00099", "S00042", null) with { Goods = Shipped(9, "RTM/OUT/00099", null, null).Goods with { Lines = [Line(1, "BOX-400", "Folding box 400x300x200", 500, 0)] } };
        Assert.Equal(7, Prove(Proof("S00042", Item(ours: "BOX-400", quantity: 500), Item(ours: "BOX-600", quantity: 200)), Left, second)!.Shipment.Goods.Id);
        Assert.Null(Prove(Proof("S00042"), Left, second));
    }

    [Theory]
    [InlineData("Remarks: 4 short", 500, 496)]
    [InlineData("Short: 4", 496, 496)]
    [InlineData("Fehlmenge: 4", 500, 496)]
    [InlineData("2 cartons missing", 500, 498)]
    [InlineData("seal intact", 500, 500)]
    public void A_shortage_that_is_noted_is_taken_off_what_left_and_not_off_what_came(string note, decimal written, decimal arrived)
    {
        var proof = Prove(Proof("RTM/OUT/00042", Item(ours: "BOX-400", quantity: written) with { Note = note }, Item(ours: "BOX-600", quantity: 200)))!;
        Assert.Equal(arrived, proof.Lines[0].Delivered);
    }

    [Fact]
    public void A_shortage_in_fractions_is_told_and_not_counted()
    {
        var proof = Prove(Proof("RTM/OUT/00042", Item(ours: "BOX-400", quantity: 500) with { Note = "Short: 4.5" }, Item(ours: "BOX-600", quantity: 200)))!;
        Assert.Equal((500m, true), (proof.Lines[0].Delivered, proof.Lines[0].IsDamaged));
    }

    [Fact]
    public void No_damage_is_none()
        => Assert.True(Prove(Proof("RTM/OUT/00042", Item(ours: "BOX-400", quantity: 500) with { Note = "not damaged" }, Item(ours: "BOX-600", quantity: 200)))!.IsWhole);

    [Theory]
    [InlineData("present", true, false)]
    [InlineData("missing", false, false)]
    [InlineData("stamp", null, true)]
    public void A_stamp_is_neither_signed_nor_unsigned(string mark, bool? isSigned, bool isStamped)
    {
        var paper = Proof("RTM/OUT/00042");
        var proof = Prove(paper with { Fields = new Dictionary<string, ExtractedField>(paper.Fields) { ["signature"] = new ExtractedField(mark, 0.8) } })!;
        Assert.Equal((isSigned, isStamped), (proof.IsSigned, proof.IsOnlyStamped));
    }

    [Fact]
    public void A_number_of_nobody_and_another_paper_prove_nothing()
    {
        Assert.Null(Prove(Proof("RTM/OUT/77777", Item(ours: "BOX-400", quantity: 500))));
        Assert.Empty(new DocumentMatcher().DeliveryNumbers(Document("RTM/OUT/00042")));
    }

    private static DeliveryProof? Prove(ExtractedDocument document, params IReadOnlyList<Shipment> shipments) => new DocumentMatcher().Prove(document, shipments.Count > 0 ? shipments : [Left, Other]);

    private static ExtractedDocument Proof(string reference, params IReadOnlyList<ExtractedLine> lines) => Document(reference, lines, BusinessDocumentType.ProofOfDelivery);

    private static Shipment Shipped(int id, string name, string? order, string? tracking) => new()
    {
        Goods = new LedgerOrder
        {
            Id = id, Name = name, Supplier = new LedgerSupplier(90, "Nordlicht"), IsConfirmed = true, Currency = "EUR",
            Lines = [Line(1, "BOX-400", "Folding box 400x300x200", 500, 0), Line(2, "BOX-600", "Folding box 600x400x400", 200, 0)],
        },
        SaleOrder = order,
        Customer = new LedgerSupplier(90, "Nordlicht"),
        IsDone = true,
        Tracking = tracking,
    };
}
