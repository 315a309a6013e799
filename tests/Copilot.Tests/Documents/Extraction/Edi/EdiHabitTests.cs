using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Extraction.Edi;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Edi;

/// <summary>What senders of EDI do beside what the standards say, and what of it is refused.</summary>
public sealed class EdiHabitTests
{
    private const string Unb = "UNB+UNOC:3+4012345000009:14+SENDER:ZZ+261114:0930+REF42'";
    private const string Isa = "ISA*00*          *00*          *ZZ*SENDER         *01*123456789      *261114*0930*U*00401*000000042*0*P*>~";

    [Fact]
    public void The_tax_of_a_charge_is_not_one_of_the_document()
    {
        var found = Edifact("INVOIC", "BGM+380+R-71+9'DTM+137:20261114:102'CUX+2:EUR:4'ALC+C++6++FC'MOA+23:20'TAX+7+VAT+++:::19+S'MOA+124:3.80'LIN+1++4012345000016:SRV'QTY+47:10'MOA+203:80'PRI+AAA:8'UNS+S'"
            + "MOA+79:80'MOA+125:100'MOA+176:19'MOA+77:119'TAX+7+VAT+++:::19+S'MOA+125:100'MOA+124:19'ALC+C++++FC'MOA+131:20'");

        Assert.Equal([new ExtractedTax { Rate = 19, Category = "S", Base = 100, Amount = 19 }], found.Taxes);
        Assert.Equal([new ExtractedCharge(true) { Amount = 20, Reason = "FC" }], found.Charges);
        Assert.Equal((100m, 19m, 119m), (found.Fields["netAmount"].Value, found.Fields["taxAmount"].Value, found.Fields["totalAmount"].Value));
        Assert.All(found.Checks, c => Assert.True(c.Ok, c.Name));
    }

    [Theory]
    [InlineData("IMD+F++:::Plum jam 10 l:bucket'", "Plum jam 10 l bucket")]
    [InlineData("IMD+F++:::Stainless steel clamp with rubber i:nlay 40 mm'", "Stainless steel clamp with rubber inlay 40 mm")]
    public void A_description_in_two_parts_is_parted_by_a_blank_unless_the_first_was_full(string segment, string description)
        => Assert.Equal(description, Assert.Single(Edifact("ORDERS", $"BGM+220+4711+9'LIN+1++A-7:SA'{segment}QTY+21:2'UNS+S'").Lines).Description);

    [Fact]
    public void A_number_without_a_kind_is_a_barcode_if_its_check_digit_is_right()
    {
        var lines = Edifact("DESADV", "BGM+351+D-9+9'CPS+1'LIN+1'PIA+5+4012345000016'QTY+12:1'LIN+2'PIA+5+4012345000017'QTY+12:1'").Lines;
        Assert.Equal([("4012345000016", null), (null, "4012345000017")], lines.Select(l => (l.Gtin, l.Sku)));
    }

    [Fact]
    public void A_code_in_the_place_of_a_name_is_none()
        => Assert.Equal("70114", Edifact("ORDERS", "BGM+220+4711+9'NAD+SU+70114+31B'LIN+1++A-7:SA'QTY+21:2'UNS+S'").Fields["supplierName"].Value);

    [Fact]
    public void Marks_behind_the_last_element_part_nothing()
        => Assert.Equal("PO-17", X12("PO", "BEG*00*SA*PO-17**20261114*********~PO1*1*5*EA*2.50**VP*A-1~CTT*1~").Fields["number"].Value);

    [Fact]
    public void Names_of_an_article_may_stand_where_the_basis_of_the_price_was_left_out()
    {
        var line = Assert.Single(X12("PO", "BEG*00*SA*PO-17**20261114~PO1*1*5*EA*2.50*UP*012345678905*VA*ST-88~CTT*1~").Lines);
        Assert.Equal((2.50m, "012345678905", "ST-88"), (line.UnitPrice, line.Gtin, line.Sku));
    }

    [Fact]
    public void Lines_of_a_second_order_in_a_ship_notice_name_it()
    {
        var found = X12("SH", "BSN*00*S-9*20261114*0930~HL*1**S~HL*2*1*O~PRF*PO-1~HL*3*2*I~LIN**VP*A-1~SN1**4*EA~HL*4*1*O~PRF*PO-2~HL*5*4*I~LIN**VP*A-2~SN1**6*EA~CTT*5~", "856");
        Assert.Equal("PO-1", found.Fields["orderReference"].Value);
        Assert.Equal([("A-1", null), ("A-2", "PO-2")], found.Lines.Select(l => (l.Sku, l.OrderReference)));
    }

    [Fact]
    public void A_carriers_bill_is_an_invoice_with_its_sum()
    {
        var found = X12("IM", "B3**F-3310*S-9*TP*L*20261031*5165**20261029*035*HAUL~C3*USD~N1*BT*Lakeside Foods*94*77~N1*CA*Northern Haulage*94*12~LX*1~", "210");
        Assert.Equal((BusinessDocumentType.Invoice, "F-3310", "2026-10-31", 51.65m, "USD"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value, found.Fields["totalAmount"].Value, found.Fields["currency"].Value));
        Assert.Equal(("Northern Haulage", "Lakeside Foods"), (found.Fields["supplierName"].Value, found.Fields["buyerName"].Value));
    }

    [Fact]
    public void The_same_message_twice_is_refused_and_another_one_of_its_number_is_doubtful()
    {
        const string order = "UNH+1+ORDERS:D:96A:UN'BGM+220+PO-1+9'LIN+1++A-7:SA'QTY+21:5'UNS+S'UNT+6+1'";
        var refusal = Assert.Throws<CopilotException>(() => Read(Unb + order + order + "UNZ+2+REF42'"));
        Assert.Contains("stands in it twice", refusal.Message, StringComparison.Ordinal);

        var two = Read(Unb + order + order.Replace("PO-1", "PO-2", StringComparison.Ordinal) + "UNZ+2+REF42'");
        Assert.Equal(["PO-1", "PO-2"], two.Select(d => d.Fields["number"].Value));
        Assert.Contains(two[1].Warnings, w => w.Contains("has number 1, as another message had before", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_group_may_count_its_messages_from_one()
    {
        const string order = "ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5*EA*2.50**VP*A-1~CTT*1~SE*5*0001~";
        static string Group(int number) => $"GS*PO*SENDER*RECEIVER*20261114*0930*{number}*X*004010~{order}GE*1*{number}~";

        Assert.All(Read(Isa + Group(7) + Group(8) + "IEA*2*000000042~"), d => Assert.Empty(d.Warnings));
        Assert.Throws<CopilotException>(() => Read(Isa + Group(7) + Group(7) + "IEA*2*000000042~"));
    }

    private static ExtractedDocument Edifact(string kind, string body) => Assert.Single(Read($"{Unb}UNH+1+{kind}:D:96A:UN'{body}UNT+{body.Count(c => c == '\'') + 2}+1'UNZ+1+REF42'"));

    private static ExtractedDocument X12(string group, string body, string kind = "850")
        => Assert.Single(Read($"{Isa}GS*{group}*SENDER*RECEIVER*20261114*0930*7*X*004010~ST*{kind}*0001~{body}SE*{body.Count(c => c == '~') + 2}*0001~GE*1*7~IEA*1*000000042~"));

    private static List<ExtractedDocument> Read(string text) => [.. EdiReader.Read(Encoding.UTF8.GetBytes(text), "orders.edi", CancellationToken.None).Select(d => d.Finish("orders.edi"))];
}
