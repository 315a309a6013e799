using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

/// <summary>The files on the practice company's records are what real ones are: read by the readers of every other document.</summary>
public sealed class DemoLettersTests : IDisposable
{
    private readonly ReadingDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("complaint-CA-RK-0417.docx", "stock.picking", "6 of the 48 bearings BRG-6205-2RS")]
    public async Task A_word_letter_is_read_with_its_headings_and_its_table(string name, string model, string words)
    {
        var file = Attachment(name, model);

        var parts = await desk.ReadAsync(desk.File(name, Convert.FromBase64String(file.Text("datas"))));

        Assert.Contains(words, string.Concat(parts.Select(p => p.Text)), StringComparison.Ordinal);
        Assert.Contains(parts.SelectMany(p => p.Blocks), b => b.Heading == "What was wrong");
        Assert.Contains(parts.SelectMany(p => p.Blocks), b => b.Kind == Copilot.Contracts.BlockKind.Table);
    }

    [SkippableTheory]
    [InlineData("price-letter-rheintal.pdf", "purchase.order", "rise by 6.8 % for two-part epoxy adhesives", "€0.14")]
    [InlineData("delivery-conditions-van-houten.pdf", "sale.order", "up to a height of 145 cm", "€9.50")]
    public async Task A_letter_as_pdf_is_read_with_nothing_hidden(string name, string model, string words, string amount)
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var file = Attachment(name, model);

        var part = Assert.Single(await desk.ReadAsync(desk.File(name, Convert.FromBase64String(file.Text("datas")))));

        var text = part.Text.ReplaceLineEndings(" ");
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains(amount, text, StringComparison.Ordinal);
        Assert.Empty(part.Notes);
        Assert.All(part.Blocks, b => Assert.Equal(Copilot.Contracts.BlockMark.None, b.Mark));
    }

    [Fact]
    public void The_same_day_gives_the_same_files()
    {
        var again = DemoCompanies.Build("2026-11-18", DemoCompanies.Seed, history: false);

        Assert.Equal(DemoCompanies.On("2026-11-18").Sink.All("ir.attachment").Select(a => a.Text("datas")), again.Sink.All("ir.attachment").Select(a => a.Text("datas")));
    }

    private static Rec Attachment(string name, string model)
    {
        var file = Assert.Single(DemoCompanies.WithHistory.Sink.All("ir.attachment"), a => a.Text("name") == name);
        Assert.Equal(model, file.Text("res_model"));
        return file;
    }
}
