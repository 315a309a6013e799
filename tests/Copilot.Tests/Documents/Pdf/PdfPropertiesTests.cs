using System.Diagnostics;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Documents.Pdf;
using Copilot.Documents.Programs;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.Tests.Documents.Pdf;

/// <summary>What <c>pdfinfo</c> says, also when it breaks off.</summary>
public sealed class PdfPropertiesTests
{
    [SkippableFact]
    public async Task A_page_whose_boxes_break_the_program_off_costs_only_its_frame()
    {
        var facts = await OfAsync("""
            #!/bin/sh
            echo 'Pages:           2'
            echo 'Page    1 MediaBox:      0.00     0.00   595.00   842.00'
            exit 1
            """);

        Assert.Equal(2, facts.Pages);
        Assert.Equal([1], facts.Frames.Keys);
    }

    [SkippableFact]
    public async Task What_tells_no_count_is_no_PDF_that_can_be_read()
    {
        var fault = await Assert.ThrowsAsync<CopilotException>(() => OfAsync("""
            #!/bin/sh
            echo 'Syntax Error: no trailer' >&2
            exit 1
            """));

        Assert.Contains("\"offer.pdf\" can't be read as a PDF (Syntax Error: no trailer)", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<PdfFacts> OfAsync(string program)
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "pdfinfo");

        // Written by a process of its own: a program that this one has open for writing while another test starts its own could not be run.
        using (var writer = Process.Start(new ProcessStartInfo("sh", ["-c", "printf '%s\\n' \"$1\" >\"$0\" && chmod +x \"$0\"", path, program]))!)
        {
            await writer.WaitForExitAsync();
        }

        var runner = new ProgramRunner(new DocumentsOptions(), new ProgramPlaces([folder.Path]), TimeProvider.System);
        return await new PdfProperties(runner).OfAsync(new FileToRead("offer.pdf", Path.Combine(folder.Path, "offer.pdf")), 1, 2, default);
    }
}
