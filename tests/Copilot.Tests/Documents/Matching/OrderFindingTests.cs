using Copilot.Contracts;
using Xunit;
using static Copilot.Tests.Documents.Matching.MatchSketch;

namespace Copilot.Tests.Documents.Matching;

public sealed class OrderFindingTests
{
    [Theory]
    [InlineData("P00042")]
    [InlineData("p 00042")]
    [InlineData("Ihre Bestellung P00042 vom 1.11.2026")]
    [InlineData("PO42")]
    [InlineData("POOO42")]
    public void The_order_that_is_named_is_found_however_it_is_written(string said)
    {
        var match = Match(Document(said));
        Assert.Equal(("P00042", MatchState.Sure), (match.Orders[0].Name, match.State));
        Assert.True(match.IsClean);
    }

    [Theory]
    [InlineData("P00043")]
    [InlineData("P00402")]
    [InlineData("P0042")]
    public void A_slip_in_the_number_is_outweighed_by_the_goods(string said)
        => Assert.Equal("P00042", Match(Document(said)).Orders[0].Name);

    [Fact]
    public void Without_a_number_supplier_goods_and_quantities_tell_it()
    {
        var match = Match(Document(order: null));
        Assert.Equal(("P00042", MatchState.Sure), (match.Orders[0].Name, match.State));
    }

    [Fact]
    public void Two_orders_with_the_same_goods_are_never_decided_without_a_person()
    {
        var twin = Received with { Id = 43, Name = "P00043" };
        var match = Match(Document(order: null), Book(Received, twin));
        Assert.NotEqual(MatchState.Sure, match.State);
        Assert.Equal(["P00042", "P00043"], match.Candidates.Select(c => c.Order.Name).Order());
    }

    [Fact]
    public void A_number_that_is_not_ours_is_never_sure_whatever_the_goods()
    {
        var match = Match(Document("4500123987"));
        Assert.NotEqual(MatchState.Sure, match.State);
    }

    [Fact]
    public void Another_suppliers_paper_that_names_the_order_is_not_sure()
        => Assert.NotEqual(MatchState.Sure, Match(Document("P00042", [Item("X-1", 3, 9, "Steel pipe 20 mm")], supplier: "Ferrolink Trading BV")).State);

    [Fact]
    public void The_suppliers_tax_number_counts_where_the_name_is_another()
        => Assert.Equal(MatchState.Sure, Match(Document("P00042", supplier: "KWS Versand", more: ("supplierVat", "DE 811 907 980"))).State);

    [Fact]
    public void The_bank_account_counts_where_the_name_is_another()
        => Assert.Equal(MatchState.Sure, Match(Document("P00042", supplier: null, more: ("iban", "DE89 3704 0044 0532 0130 00"))).State);

    [Fact]
    public void The_suppliers_own_number_for_the_order_finds_it()
    {
        var order = Received with { SupplierReference = "AB-77123" };
        Assert.Equal("P00042", Match(Document(order: null, type: BusinessDocumentType.OrderConfirmation, more: ("number", "AB-77123")), Book(order, Other)).Orders[0].Name);
    }

    [Fact]
    public void Nothing_that_fits_is_said_so()
    {
        var match = Match(Document("P99999", [Item("ZZ-1", 5, 100, "Diesel generator 40 kVA")], supplier: "Generator World Ltd"));
        Assert.Equal(MatchState.None, match.State);
        Assert.Empty(match.Orders);
    }

    [Fact]
    public void An_empty_book_fits_nothing() => Assert.Equal(MatchState.None, Match(Document(), new PurchaseBook { Orders = [] }).State);

    [Fact]
    public void A_paper_without_lines_is_found_by_its_number()
        => Assert.Equal(("P00042", MatchState.Sure), (Match(Document(lines: [])).Orders[0].Name, Match(Document(lines: [])).State));

    [Theory]
    [InlineData(BusinessDocumentType.PurchaseOrder)]
    [InlineData(BusinessDocumentType.Statement)]
    [InlineData(BusinessDocumentType.Other)]
    public void Papers_that_answer_no_order_are_not_compared(BusinessDocumentType type)
    {
        var match = Match(Document(type: type));
        Assert.Equal(MatchState.NotCompared, match.State);
        Assert.NotNull(match.Reason);
    }

    [Fact]
    public void Two_orders_named_together_are_both_compared()
    {
        var match = Match(Document("P00042, P00057", [.. Goods, Item("KA-10250", 800, 0.80m)]));
        Assert.Equal(["P00042", "P00057"], match.Orders.Select(o => o.Name).Order());
        Assert.True(match.IsClean, string.Join("; ", match.Differences.Select(d => $"{d.Kind} {d.Subject}")));
    }

    [Fact]
    public void Lines_may_name_their_own_orders()
    {
        var match = Match(Document(order: null, lines: [.. Goods.Select(g => g with { OrderReference = "P00042" }), Item("KA-10250", 800, 0.80m) with { OrderReference = "P00057" }]));
        Assert.Equal(2, match.Orders.Count);
    }

    [Fact]
    public void The_order_a_person_names_is_compared_whatever_it_looks_like()
    {
        var match = new Copilot.Documents.Matching.DocumentMatcher().Match(Document(order: null), Book(), _ => new MatchTolerance(), Other.Id);
        Assert.Equal("P00057", match.Orders[0].Name);
        Assert.NotEqual(MatchState.Sure, match.State);
    }

    [Fact]
    public void A_paper_older_than_the_order_speaks_against_it()
    {
        var sure = Match(Document(order: null)).Candidates[0].Confidence;
        Assert.True(Match(Document(order: null, more: ("issueDate", "2026-09-01"))).Candidates.Select(c => c.Confidence).FirstOrDefault() < sure);
    }

    [Fact]
    public void Reasons_say_what_speaks_for_it()
        => Assert.Contains(Match(Document()).Candidates[0].Reasons, r => r == "it names P00042");
}
