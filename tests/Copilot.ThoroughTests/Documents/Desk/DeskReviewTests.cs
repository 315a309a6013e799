using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Host.Storage;
using Copilot.Testing.Conversation;
using Copilot.Testing.Desk;
using Copilot.Testing.Documents;
using Copilot.Testing.Service;
using Copilot.ThoroughTests.Host;
using Xunit;

namespace Copilot.ThoroughTests.Documents.Desk;

/// <summary>A document from its arrival to its confirmation, and what the next one gains from it.</summary>
public sealed class DeskReviewTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly PracticeClock _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private SqliteDatabase? _database;
    private NodeFiles? _node;
    private DeskHouse? _house;

    private static CancellationToken None => CancellationToken.None;

    private DeskHouse House => _house!;

    [SkippableFact]
    public async Task A_picked_word_becomes_the_value_and_the_checks_answer()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var read = await House.ReadAsync(PracticeInvoice.Pdf("KS-2026-0815"));
        Assert.Equal(DeskState.NeedsReview, read.State);
        Assert.NotEqual("KS-2026-0815", read.Extraction!.Fields.GetValueOrDefault("number")?.Value);

        var after = await CorrectNumberAsync(read, "KS-2026-0815");

        Assert.Equal(("KS-2026-0815", 1.0, 1), ((string)after.Extraction!.Fields["number"].Value, after.Extraction.Fields["number"].Confidence, after.Extraction.Fields["number"].Page!.Value));
        Assert.DoesNotContain(after.Extraction.Warnings, w => w.Contains("number was not found", StringComparison.Ordinal));
        Assert.Contains(new ExtractionCheck("net_plus_tax_is_total", true), after.Extraction.Checks);
        var correction = Assert.Single(after.Corrections);
        Assert.Equal(("number", "KS-2026-0815", "Ada"), (correction.Name, correction.After, correction.By));
    }

    [SkippableFact]
    public async Task A_wrong_total_is_not_confirmed_unless_somebody_says_so()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var read = await House.ReadAsync(PracticeInvoice.Pdf("RE-1", "Rechnungsnummer"));
        DeskChange Change(bool despite) => new() { Fields = [new FieldCorrection { Name = "totalAmount", Value = "120,00" }], Despite = despite };

        var refused = await House.Desk.ConfirmAsync(DeskHouse.Accountant, read.Id, Change(despite: false), None);
        var taken = await House.Desk.ConfirmAsync(DeskHouse.Accountant, read.Id, Change(despite: true), None);

        Assert.Equal(DeskVerdictKind.Contradicted, refused.Kind);
        Assert.Contains("net plus tax is total", refused.Because, StringComparison.Ordinal);
        Assert.Equal((DeskVerdictKind.Done, DeskState.Reviewed), (taken.Kind, taken.Document!.State));
        var history = (await House.Desk.OpenAsync(DeskHouse.Accountant, read.Id, None))!.History;
        Assert.Contains("although", history[^1].Detail, StringComparison.Ordinal);
        Assert.Contains(history, e => e.What == "corrected" && e.Detail == "totalAmount: 119.00 → 120.00");
    }

    [SkippableFact]
    public async Task What_is_decided_stays_until_it_is_opened_again()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var read = await House.ReadAsync(PracticeInvoice.Pdf("RE-1", "Rechnungsnummer"));
        Assert.Equal(DeskVerdictKind.Unreadable, (await House.Desk.RejectAsync(DeskHouse.Accountant, read.Id, new DeskChange { Reason = " " }, None)).Kind);
        Assert.Equal(DeskVerdictKind.Done, (await House.Desk.RejectAsync(DeskHouse.Accountant, read.Id, new DeskChange { Reason = "Not ours" }, None)).Kind);
        Assert.Equal(DeskVerdictKind.Late, (await House.Desk.ConfirmAsync(DeskHouse.Accountant, read.Id, new DeskChange(), None)).Kind);
        Assert.Equal(DeskVerdictKind.Done, (await House.Desk.ReopenAsync(DeskHouse.Accountant, read.Id, new DeskChange(), None)).Kind);
        Assert.Equal(DeskVerdictKind.Done, (await House.Desk.ConfirmAsync(DeskHouse.Accountant, read.Id, new DeskChange(), None)).Kind);
    }

    [SkippableFact]
    public async Task A_line_is_corrected_and_the_sums_follow()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var read = await House.ReadAsync(PracticeInvoice.Pdf("RE-1", "Rechnungsnummer"));
        Assert.Equal(2, read.Extraction!.Lines.Count);
        LineCorrection[] lines = [new() { From = 0, Description = "Hammer", Quantity = "5", UnitPrice = "10.00", Amount = "50.00" }, new() { From = 1, Description = "Zange", Quantity = "3", UnitPrice = "20.00", Amount = "60.00" }];

        var after = (await House.Desk.CorrectAsync(DeskHouse.Accountant, read.Id, new DeskChange { Lines = lines }, None)).Document!;

        Assert.Equal([5m, 3m], after.Extraction!.Lines.Select(l => l.Quantity!.Value));
        Assert.Contains(new ExtractionCheck("lines_sum_to_net", false), after.Extraction.Checks);
        Assert.Contains(new ExtractionCheck("lines_multiply", true), after.Extraction.Checks);
        Assert.Equal("Unreadable", (await House.Desk.CorrectAsync(DeskHouse.Accountant, read.Id, new DeskChange { Lines = [lines[0] with { Quantity = "five" }] }, None)).Kind.ToString());
    }

    [SkippableFact]
    public async Task The_second_document_of_a_supplier_reads_right_without_a_correction()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        await ConfirmAsync(await CorrectNumberAsync(await House.ReadAsync(PracticeInvoice.Pdf("KS-2026-0815")), "KS-2026-0815"));

        var second = await House.ReadAsync(PracticeInvoice.Pdf("KS-2026-0999"));

        Assert.Equal("KS-2026-0999", second.Extraction!.Fields["number"].Value);
        Assert.Equal(DeskState.Read, second.State);
        Assert.Equal(["learnt from 1 document: number is right of 'Zwitscher'"], second.Learned);
        await ConfirmAsync(second);
        Assert.Equal("learnt from 2 documents: number is right of 'Zwitscher'", Assert.Single(await House.Memory.ListAsync(DeskHouse.Accountant, None)).Explanation);
    }

    [SkippableFact]
    public async Task A_lesson_is_of_one_supplier_and_one_company_and_can_be_forgotten()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        await ConfirmAsync(await CorrectNumberAsync(await House.ReadAsync(PracticeInvoice.Pdf("KS-2026-0815")), "KS-2026-0815"));

        Assert.Empty((await House.ReadAsync(PracticeInvoice.Pdf("KS-2026-0999"), company: 2)).Learned);
        Assert.Empty(await House.Memory.ListAsync(DeskHouse.Elsewhere, None));
        var lesson = Assert.Single(await House.Memory.ListAsync(DeskHouse.Accountant, None));
        Assert.Null(await House.Memory.ForgetAsync(DeskHouse.Elsewhere, lesson.Id, None));
        Assert.NotNull(await House.Memory.ForgetAsync(DeskHouse.Accountant, lesson.Id, None));
        Assert.Empty((await House.ReadAsync(PracticeInvoice.Pdf("KS-2026-1111"))).Learned);
    }

    [SkippableFact]
    public async Task A_lesson_never_beats_a_check_and_says_that_it_did_not()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var first = await House.ReadAsync(PracticeInvoice.Pdf("RE-1", "Rechnungsnummer"));
        var tax = await WordAsync(first, "19,00");

        // Somebody taught nonsense: the total stands where the tax does.
        await House.Desk.ConfirmAsync(DeskHouse.Accountant, first.Id, new DeskChange { Fields = [new FieldCorrection { Name = "totalAmount", Value = "19,00", Page = 1, Box = tax.Box }], Despite = true }, None);
        Assert.Single(await House.Memory.ListAsync(DeskHouse.Accountant, None), l => l.Field == "totalAmount");

        var second = await House.ReadAsync(PracticeInvoice.Pdf("RE-2", "Rechnungsnummer"));

        Assert.Equal(119.00m, second.Extraction!.Fields["totalAmount"].Value);
        Assert.True(second.Extraction.NeedsReview);
        Assert.Contains(second.Extraction.Warnings, w => w.Contains("totalAmount would be 19.00", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Which_column_is_which_is_learned_from_corrected_lines()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        string[] heads = ["Nr", "Dings", "Fuder", "Heller", "Batzen"];

        // One line by itself proves no column.
        string[][] goods = [["1", "Hammer", "8", "12,50", "100,00"]];
        var read = await House.ReadAsync(PracticeInvoice.Pdf("RE-1", "Rechnungsnummer", heads: heads, goods: goods));
        Assert.NotEqual([8m], read.Extraction!.Lines.Select(l => l.Quantity));
        LineCorrection[] lines = [new() { Description = "Hammer", Quantity = "8", UnitPrice = "12,50", Amount = "100,00" }];
        var verdict = await House.Desk.ConfirmAsync(DeskHouse.Accountant, read.Id, new DeskChange { Lines = lines }, None);
        Assert.Contains("learnt from 1 document: lines.quantity is in the column 'Fuder'", verdict.Learned);

        var second = await House.ReadAsync(PracticeInvoice.Pdf("RE-2", "Rechnungsnummer", heads: heads, goods: goods));

        Assert.Equal([(8m, 12.5m, 100m)], second.Extraction!.Lines.Select(l => (l.Quantity ?? 0, l.UnitPrice ?? 0, l.Amount ?? 0)));
        Assert.Contains(new ExtractionCheck("lines_sum_to_net", true), second.Extraction.Checks);
    }

    [SkippableFact]
    public async Task Hostile_boxes_names_and_values_are_refused_or_harmless()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var read = await House.ReadAsync(PracticeInvoice.Pdf("RE-1", "Rechnungsnummer"), "../../etc/pass\u0000wd.pdf");
        Assert.Equal("passwd.pdf", read.File);
        FieldCorrection[] odd = [new() { Name = "number", Value = "<script>1</script>", Page = 99, Box = [1, 2, 3, 4] }, new() { Name = "carrier", Value = "x", Page = 1, Box = [double.NaN, 0, 0, 0] }];
        var after = (await House.Desk.CorrectAsync(DeskHouse.Accountant, read.Id, new DeskChange { Fields = odd }, None)).Document!;
        Assert.Null(after.Extraction!.Fields["number"].Box);
        Assert.Null(after.Extraction.Fields["carrier"].Box);
        var many = await House.Desk.CorrectAsync(DeskHouse.Accountant, read.Id, new DeskChange { Fields = [.. Enumerable.Repeat(odd[0], 100)] }, None);
        Assert.Equal(DeskVerdictKind.Unreadable, many.Kind);
        Assert.Null(await House.Pages.WordsAsync(DeskHouse.Accountant, read.Id, 7, None));
    }

    [SkippableFact]
    public async Task Two_invoices_in_one_file_lie_on_the_desk_each_with_its_own_pages()
    {
        InstalledProgram.Need("pdftotext", "pdftoppm");
        await House.LayAsync(PracticeInvoice.Several("RE-1", "RE-2"));
        var read = await House.ReadAsync();

        Assert.Equal(["RE-1", "RE-2"], read.Select(d => d.Extraction!.Fields["number"].Value));
        Assert.Single(read.Select(d => d.Hash).Distinct());
        Assert.Equal([DeskState.Read, DeskState.Read], read.Select(d => d.State));
        var second = (await House.Desk.OpenAsync(DeskHouse.Accountant, read[1].Id, None))!;
        Assert.Equal([2], second.Pages.Select(p => p.Number));
        Assert.Equal(2, second.Document.Extraction!.Fields["number"].Page);

        // What is corrected on the second does not touch the first.
        await House.Desk.ConfirmAsync(DeskHouse.Accountant, read[1].Id, new DeskChange { Fields = [new FieldCorrection { Name = "number", Value = "RE-2A" }] }, None);
        Assert.Equal("RE-1", (await House.Desk.OpenAsync(DeskHouse.Accountant, read[0].Id, None))!.Document.Extraction!.Fields["number"].Value);
        Assert.True((await House.LayAsync(PracticeInvoice.Several("RE-1", "RE-2"))).IsDuplicate);
    }

    public async Task InitializeAsync()
    {
        _database = new SqliteDatabase(_folder.Join("copilot.db"));
        await new SchemaStore(_database, Copilot.Documents.Desk.Stores.DeskSchemaStore.Steps, TimeProvider.System).ApplyAsync(None);
        _node = new NodeFiles(_folder.Path);
        _house = new DeskHouse(_database, _node, _clock, _folder.Path);
    }

    public async Task DisposeAsync()
    {
        _house!.Dispose();
        _node!.Dispose();
        await _database!.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<DeskWord> WordAsync(DeskDocument document, string text)
        => (await House.Pages.WordsAsync(DeskHouse.Accountant, document.Id, 1, None))!.First(w => w.Text == text);

    private async Task<DeskDocument> CorrectNumberAsync(DeskDocument document, string number)
    {
        var word = await WordAsync(document, number);
        var change = new DeskChange { Version = document.Version, Fields = [new FieldCorrection { Name = "number", Value = word.Text, Page = 1, Box = word.Box }] };
        var verdict = await House.Desk.CorrectAsync(DeskHouse.Accountant, document.Id, change, None);
        Assert.Equal((DeskVerdictKind.Done, (string?)null), (verdict.Kind, verdict.Because));
        return verdict.Document!;
    }

    private async Task ConfirmAsync(DeskDocument document)
        => Assert.Equal(DeskVerdictKind.Done, (await House.Desk.ConfirmAsync(DeskHouse.Accountant, document.Id, new DeskChange(), None)).Kind);
}
