using Copilot.Contracts;
using Copilot.Documents.Extraction.Pages;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Extraction.Pages;

public sealed class CorroborationTests
{
    private static readonly float[] Columns = [45, 110, 330, 400, 480];

    [Fact]
    public void Sums_that_close_make_the_head_surer()
        => Assert.True(Sure(Invoice(total: "30.00"), "number") > Sure(Invoice(total: "31.00"), "number"));

    [Fact]
    public void A_name_that_stands_twice_is_surer()
        => Assert.True(Sure(Invoice().Line(45, 800, "Northgate Fixings Ltd - Leeds", 7), "supplierName") > Sure(Invoice(), "supplierName"));

    [Fact]
    public void A_due_date_some_weeks_later_makes_both_dates_surer_and_one_years_later_does_not()
        => Assert.True(Sure(Invoice(due: "2026-04-03"), "issueDate") > Sure(Invoice(due: "2029-04-03"), "issueDate"));

    [Fact]
    public void A_date_that_may_be_two_days_stays_doubtful_though_the_sums_close()
    {
        var found = Read(Invoice(date: "03/04/2026", due: "05/04/2026"));

        Assert.All(found.Checks, c => Assert.True(c.Ok));
        Assert.True(found.Fields["issueDate"].Confidence < 0.7);
        Assert.True(found.NeedsReview);
    }

    private static double Sure(PageSketch page, string field) => Read(page).Fields[field].Confidence;

    private static ExtractedDocument Read(PageSketch page) => PageDocument.Read([page.Page()], "text").Finish("a.pdf");

    private static PageSketch Invoice(string total = "30.00", string date = "2026-03-04", string due = "2026-04-03")
        => new PageSketch().Line(45, 40, "Northgate Fixings Ltd", 14).Line(330, 70, "INVOICE", 18).Line(330, 98, "Invoice No: R-2026-7").Line(330, 112, $"Invoice Date: {date}").Line(330, 126, $"Due Date: {due}")
            .Row(220, Columns, "Code", "Description", "Qty", "Unit Price", "Amount").Row(238, Columns, "AB-1", "Hex bolt zinc plated", "10", "2.50", "25.00")
            .Row(290, [400, 480], "Net Total", "25.00").Row(304, [400, 480], "VAT 20%", "5.00").Row(318, [400, 480], "Total", $"£{total}");
}
