using System.Text;
using Copilot.Contracts;
using Copilot.Documents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Tests.Documents.Extraction;

public sealed class ExactFormatTests : IDisposable
{
    private const string Isa = "ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *260301*1200*U*00401*000000007*0*T*>~";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-extract-");
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddDocuments(new DocumentsOptions()).BuildServiceProvider();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_ubl_invoice_with_strange_prefixes_gives_fields_lines_and_kept_checks()
    {
        var found = await ReadAsync(Ubl("110.00", "119"));

        Assert.Equal((BusinessDocumentType.Invoice, "ubl", false), (found.Type, found.Engine, found.NeedsReview));
        Assert.Equal("R-7", found.Fields["number"].Value);
        Assert.Equal("2026-03-04", found.Fields["issueDate"].Value);
        Assert.Equal(110.00m, found.Fields["netAmount"].Value);
        var line = Assert.Single(found.Lines);
        Assert.Equal(("Bolt", 10m, "EA", 10m, 100m), (line.Description, line.Quantity, line.Unit, line.UnitPrice, line.Amount));
        Assert.Equal([new ExtractedCharge(true) { Amount = 10m, Reason = "Freight" }], found.Charges);
        Assert.All(found.Checks, c => Assert.True(c.Ok, c.Name));
        Assert.Contains(found.Checks, c => c.Name == "lines_sum_to_net");
    }

    [Fact]
    public async Task An_invoice_of_an_exact_format_is_read_as_text_with_its_fields_and_lines()
    {
        var path = Path.Combine(_folder.FullName, "invoice.xml");
        await File.WriteAllTextAsync(path, Ubl("110.00", "120"));
        var reader = _services.GetServices<IFileReader>().Single(r => r.Extensions.Contains(".xml"));
        var parts = await reader.ReadAsync(new("invoice.xml", path), CancellationToken.None).ToListAsync();

        var part = Assert.Single(parts);
        Assert.Equal("Invoice R-7", part.Title);
        Assert.Contains("Issue date: 2026-03-04", part.Text, StringComparison.Ordinal);
        Assert.Contains("Bolt | 10 | EA | 10 | 100", part.Text, StringComparison.Ordinal);
        Assert.Contains(part.Notes, n => n.Contains("do not make the total", StringComparison.Ordinal));
        Assert.False(reader.Knows("<!doctype html><html>"u8));
    }

    [Fact]
    public async Task A_total_that_does_not_add_up_needs_review_and_says_why()
    {
        var found = await ReadAsync(Ubl("110.00", "120"));

        Assert.True(found.NeedsReview);
        Assert.Contains(found.Checks, c => c is { Name: "net_plus_tax_is_total", Ok: false });
        Assert.Contains(found.Warnings, w => w.Contains("do not make the total", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_amount_that_is_no_number_is_told_and_left_out()
    {
        var found = await ReadAsync(Ubl("1.100,00", "119"));

        Assert.False(found.Fields.ContainsKey("netAmount"));
        Assert.Contains(found.Warnings, w => w.Contains("1.100,00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Invoice><ID>&x;</ID></Invoice>", "document type")]
    [InlineData("<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><Invoice><ID>&b;</ID></Invoice>", "document type")]
    [InlineData("<Invoice><ID>1</ID>", "line 1")]
    [InlineData("<note>hello</note>", "XML of another kind")]
    [InlineData("", "empty")]
    [InlineData("hello", "not read into fields")]
    public async Task What_is_hostile_or_broken_is_refused_with_the_place(string text, string said)
        => Assert.Contains(said, (await Assert.ThrowsAsync<CopilotException>(() => ReadAsync(text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Elements_nested_without_end_are_refused()
        => Assert.Contains("deep", (await Assert.ThrowsAsync<CopilotException>(() => ReadAsync(string.Concat(Enumerable.Repeat("<a>", 50_000))))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_edifact_order_with_release_characters_and_decimal_commas_is_read()
    {
        const string order = "UNA:+,? 'UNB+UNOC:3+B+S+260301:1200+1'UNH+1+ORDERS:D:96A:UN'BGM+220+PO?'7+9'DTM+137:20260304:102'NAD+BY+1++Smith ?+ Sons'NAD+SU+2++Bolts:Ltd'CUX+2:EUR:9'"
            + "LIN+1++4000862141404:SRS'PIA+1+ABC:SA'IMD+F++:::Bolt M8'QTY+21:12,5:PCE'PRI+AAA:2,40'UNS+S'CNT+2:1'UNT+14+1'UNZ+1+1'";
        var found = await ReadAsync(order);

        Assert.Equal((BusinessDocumentType.PurchaseOrder, "EDIFACT ORDERS D.96A", false), (found.Type, found.Format, found.NeedsReview));
        Assert.Equal("PO'7", found.Fields["number"].Value);
        Assert.Equal("Smith + Sons", found.Fields["buyerName"].Value);
        var line = Assert.Single(found.Lines);
        Assert.Equal(("ABC", "4000862141404", "Bolt M8", 12.5m, "PCE", 2.40m), (line.Sku, line.Gtin, line.Description, line.Quantity, line.Unit, line.UnitPrice));
    }

    [Fact]
    public async Task An_x12_invoice_has_its_total_in_cents_its_tax_and_its_freight()
    {
        var found = await ReadAsync(Isa + "GS*IN*A*B*20260301*1200*1*X*004010~ST*810*0001~BIG*20260304*INV9*20260201*PO5***DI~CUR*SE*USD~N1*SE*Bolts Inc~N1*BY*Builders~"
            + "IT1*1*4*EA*2.5**VP*B8*UP*012345678905~PID*F****Bolt~TDS*1300~TXI*ST*1.00*8~SAC*C*D240***200*******06***Freight~CTT*1~SE*12*0001~GE*1*1~IEA*1*000000007~");

        Assert.Equal((BusinessDocumentType.Invoice, "x12", false), (found.Type, found.Engine, found.NeedsReview));
        Assert.Equal(("INV9", "PO5", "2026-03-04"), (found.Fields["number"].Value, found.Fields["orderReference"].Value, found.Fields["issueDate"].Value));
        Assert.Equal(13.00m, found.Fields["totalAmount"].Value);
        Assert.Equal((1.00m, 12.00m), (found.Fields["taxAmount"].Value, found.Fields["netAmount"].Value));
        Assert.True(found.Fields["netAmount"].Confidence < found.Fields["totalAmount"].Confidence);
        Assert.Equal(1.00m, Assert.Single(found.Taxes).Amount);
        Assert.Equal(new ExtractedCharge(true) { Amount = 2.00m, Reason = "Freight" }, Assert.Single(found.Charges));
        Assert.Equal(("B8", "012345678905", "Bolt", 4m, 2.5m), (found.Lines[0].Sku, found.Lines[0].Gtin, found.Lines[0].Description, found.Lines[0].Quantity, found.Lines[0].UnitPrice));
    }

    [Theory]
    [InlineData("GS*PO*A*B*20260301*1200*1*X*004010~ST*850*0001~BEG*00*SA*PO1**20260301~", "breaks off after segment 4")]
    [InlineData("GS*PO*A*B*20260301*1200*1*X*004010~ST*850*0001~BEG*00*SA*PO", "breaks off in segment 4")]
    [InlineData("GS*PO*A*B*20260301*1200*1*X*004010~ST*850*0001~BEG*1*2*3*4*5*6*7*8*9*10*11*12*13~SE*3*0001~GE*1*1~IEA*1*000000007~", "segment 4 (BEG) has 13 elements")]
    [InlineData("ST*850*0001~SE*2*0001~IEA*1*000000007~" + Isa + "ST*850*0001~SE*2*0001~IEA*1*000000007~", "stands in it twice")]
    public async Task A_broken_x12_file_is_refused_with_the_segment(string rest, string said)
        => Assert.Contains(said, (await Assert.ThrowsAsync<CopilotException>(() => ReadAsync(Isa + rest))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_ubl_document_of_a_kind_that_is_nothing_of_ours_is_read_as_other()
    {
        var found = await ReadAsync("<u:TransportationStatus xmlns:u=\"urn:oasis:names:specification:ubl:schema:xsd:TransportationStatus-2\" xmlns:z=\"urn:b\"><z:ID>TS-7</z:ID><z:IssueDate>2026-03-04</z:IssueDate></u:TransportationStatus>");
        Assert.Equal((BusinessDocumentType.Other, "TS-7", "2026-03-04"), (found.Type, found.Fields["number"].Value, found.Fields["issueDate"].Value));
        await Assert.ThrowsAsync<CopilotException>(() => ReadAsync("<TransportationStatus xmlns=\"urn:another\"><ID>TS-7</ID></TransportationStatus>"));
    }

    [Fact]
    public async Task What_a_pack_of_a_catalogue_holds_is_no_quantity()
    {
        var line = Assert.Single((await ReadAsync("<u:Catalogue xmlns:u=\"urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2\" xmlns:z=\"urn:b\" xmlns:y=\"urn:a\"><z:ID>C-7</z:ID><y:CatalogueLine><z:ID>1</z:ID><z:ContentUnitQuantity unitCode=\"C62\">10</z:ContentUnitQuantity>"
            + "<y:RequiredItemLocationQuantity><y:Price><z:PriceAmount currencyID=\"EUR\">12.50</z:PriceAmount></y:Price></y:RequiredItemLocationQuantity><y:Item><z:Name>Paper</z:Name></y:Item></y:CatalogueLine></u:Catalogue>")).Lines);
        Assert.Equal((null, 12.50m, "Paper"), (line.Quantity, line.UnitPrice, line.Description));
    }

    private static string Ubl(string net, string total)
        => $"<q:Invoice xmlns:q=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:z=\"urn:b\" xmlns:y=\"urn:a\"><z:ID>R-7</z:ID><z:IssueDate>2026-03-04</z:IssueDate><z:DocumentCurrencyCode>EUR</z:DocumentCurrencyCode>"
        + "<y:AccountingSupplierParty><y:Party><y:PartyName><z:Name>Bolts</z:Name></y:PartyName></y:Party></y:AccountingSupplierParty>"
        + "<y:AllowanceCharge><z:ChargeIndicator>true</z:ChargeIndicator><z:AllowanceChargeReason>Freight</z:AllowanceChargeReason><z:Amount currencyID=\"EUR\">10</z:Amount></y:AllowanceCharge>"
        + "<y:TaxTotal><z:TaxAmount currencyID=\"EUR\">9</z:TaxAmount></y:TaxTotal>"
        + $"<y:LegalMonetaryTotal><z:TaxExclusiveAmount currencyID=\"EUR\">{net}</z:TaxExclusiveAmount><z:TaxInclusiveAmount currencyID=\"EUR\">{total}</z:TaxInclusiveAmount></y:LegalMonetaryTotal>"
        + "<y:InvoiceLine><z:ID>1</z:ID><z:InvoicedQuantity unitCode=\"EA\">10</z:InvoicedQuantity><z:LineExtensionAmount currencyID=\"EUR\">100</z:LineExtensionAmount><y:Item><z:Name>Bolt</z:Name></y:Item><y:Price><z:PriceAmount currencyID=\"EUR\">10</z:PriceAmount></y:Price></y:InvoiceLine></q:Invoice>";

    private async Task<ExtractedDocument> ReadAsync(string text)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("n"));
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(text));
        return await _services.GetRequiredService<IDocumentExtractor>().ExtractAsync(new FileToRead("document", path), ExtractionEngine.Auto, CancellationToken.None);
    }
}
