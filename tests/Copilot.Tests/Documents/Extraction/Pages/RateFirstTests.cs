using Copilot.Contracts;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

public sealed class RateFirstTests
{
    [SkippableFact]
    public async Task A_tax_whose_rate_stands_before_its_name_is_read_and_the_total_is_not_taken_for_the_net_amount()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        using var desk = new ReadingDesk();

        var read = await desk.Extractor.ExtractAsync(desk.File("rate.pdf", PracticeInvoice.Pdf("RE-1", "Rechnungsnummer")), ExtractionEngine.Text, CancellationToken.None);

        Assert.Equal((100m, 19m, 119m), ((decimal)read.Fields["netAmount"].Value, (decimal)read.Fields["taxAmount"].Value, (decimal)read.Fields["totalAmount"].Value));
        Assert.False(read.NeedsReview);
    }

    [SkippableFact]
    public async Task Where_the_sums_do_not_fit_the_named_net_amount_stays()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        using var desk = new ReadingDesk();

        var read = await desk.Extractor.ExtractAsync(desk.File("odd.pdf", PracticeInvoice.Pdf("RE-1", "Rechnungsnummer", total: "125,00")), ExtractionEngine.Text, CancellationToken.None);

        Assert.Equal((100m, 125m), ((decimal)read.Fields["netAmount"].Value, (decimal)read.Fields["totalAmount"].Value));
        Assert.True(read.NeedsReview);
    }
}
