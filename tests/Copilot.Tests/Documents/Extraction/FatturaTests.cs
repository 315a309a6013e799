using Copilot.Contracts;
using Copilot.Documents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Tests.Documents.Extraction;

/// <summary>What Italian electronic invoices say beside their lines.</summary>
public sealed class FatturaTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-fattura-");
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddDocuments(new DocumentsOptions()).BuildServiceProvider();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_contribution_to_a_pension_fund_is_a_charge()
    {
        var found = await ReadAsync("<DatiCassaPrevidenziale><TipoCassa>TC04</TipoCassa><AlCassa>4.00</AlCassa><ImportoContributoCassa>40.00</ImportoContributoCassa></DatiCassaPrevidenziale><ImportoTotaleDocumento>1268.80</ImportoTotaleDocumento>", "1040.00", "228.80", "TP02", "1268.80");

        Assert.Equal([new ExtractedCharge(true) { Amount = 40m, Percent = 4m, Reason = "TC04" }], found.Charges);
        Assert.Equal((1040m, 228.80m, 1268.80m), (found.Fields["netAmount"].Value, found.Fields["taxAmount"].Value, found.Fields["totalAmount"].Value));
        Assert.All(found.Checks, c => Assert.True(c.Ok, c.Name));
        Assert.Contains(found.Checks, c => c.Name == "lines_sum_to_net");
    }

    [Theory]
    [InlineData("TP01", 1220.00)]
    [InlineData("TP02", 610.00)]
    public async Task Instalments_are_paid_together(string terms, double payable)
    {
        var found = await ReadAsync("<ImportoTotaleDocumento>1220.00</ImportoTotaleDocumento>", "1000.00", "220.00", terms, "610.00", "610.00");
        Assert.Equal((decimal)payable, found.Fields["payableAmount"].Value);
    }

    [Fact]
    public async Task A_total_that_was_left_out_is_reckoned()
    {
        var total = (await ReadAsync(string.Empty, "1000.00", "220.00", "TP02", "1220.00")).Fields["totalAmount"];
        Assert.Equal((1220.00m, 0.9), (total.Value, total.Confidence));
    }

    private async Task<ExtractedDocument> ReadAsync(string head, string net, string tax, string terms, params string[] payments)
    {
        var path = Path.Combine(_folder.FullName, "fattura.xml");
        await File.WriteAllTextAsync(path, $"""
            <p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaBody>
            <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-05-04</Data><Numero>77</Numero>{head}</DatiGeneraliDocumento></DatiGenerali>
            <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Perizia</Descrizione><PrezzoUnitario>1000.00</PrezzoUnitario><PrezzoTotale>1000.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
            <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>{net}</ImponibileImporto><Imposta>{tax}</Imposta></DatiRiepilogo></DatiBeniServizi>
            <DatiPagamento><CondizioniPagamento>{terms}</CondizioniPagamento>{string.Concat(payments.Select(p => $"<DettaglioPagamento><ImportoPagamento>{p}</ImportoPagamento></DettaglioPagamento>"))}</DatiPagamento>
            </FatturaElettronicaBody></p:FatturaElettronica>
            """);
        return await _services.GetRequiredService<IDocumentExtractor>().ExtractAsync(new("fattura.xml", path), ExtractionEngine.Auto, CancellationToken.None);
    }
}
