using System.CommandLine;
using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Documents.Extraction.Edi.Acknowledging;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot extract</c>: business documents into fields. Nothing of the house is started for it.</summary>
internal static class ExtractCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Invoices, credit notes, orders, confirmations, delivery notes: PDF, scans and pictures, UBL, Cross Industry, FatturaPA, X12, EDIFACT, PDFs that carry such data.", Arity = ArgumentArity.OneOrMore };
        var engine = new Option<string>("--engine") { Description = "auto reads exact formats, also inside a PDF, and else the page; text reads the page and ignores embedded data; ocr reads the picture of the page.", HelpName = "auto|text|ocr", DefaultValueFactory = _ => "auto" };
        engine.AcceptOnlyFromAmong("auto", "text", "ocr");
        var json = new Option<bool>("--json") { Description = "Writes one JSON object a file and nothing else." };
        var answers = new Option<string?>("--acknowledge") { Description = "Writes the answers to X12 and EDIFACT files into this folder as well: 997 and CONTRL, accepted or rejected with the faults.", HelpName = "FOLDER" };
        var command = new Command("extract", "Reads business documents into fields and lines, and checks them against themselves.") { files, engine, json, answers };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            terminal, arguments.GetValue(files)!, Enum.Parse<ExtractionEngine>(arguments.GetValue(engine)!, ignoreCase: true), arguments.GetValue(json), arguments.GetValue(answers), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string[] files, ExtractionEngine engine, bool json, string? answers, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging().AddDocuments(new DocumentsOptions()).BuildServiceProvider();
        var extractor = services.GetRequiredService<IDocumentExtractor>();
        using var bar = new Progress(terminal, "reading");
        var failed = 0;
        var folder = answers is null ? null : Directory.CreateDirectory(Path.GetFullPath(answers, terminal.House.WorkingFolder)).FullName;
        for (var i = 0; i < files.Length; i++)
        {
            try
            {
                if (folder is not null)
                {
                    await AnswerAsync(terminal, services.GetRequiredService<EdiAcknowledger>(), Path.GetFullPath(files[i], terminal.House.WorkingFolder), folder, cancellationToken);
                }

                var found = await extractor.ExtractAsync(new FileToRead(Path.GetFileName(files[i]), Path.GetFullPath(files[i], terminal.House.WorkingFolder)), engine, cancellationToken);
                await (json ? JsonLines.WriteAsync(terminal.Out, found) : terminal.Out.WriteAsync(TerminalText.Clean(string.Concat((found.MoreDocuments ?? []).Prepend(found).Select(Page)))));
            }
            catch (CopilotException trouble)
            {
                failed++;
                await terminal.RemarkAsync(trouble.Message);
                if (json)
                {
                    await JsonLines.WriteAsync(terminal.Out, new { file = Path.GetFileName(files[i]), error = trouble.Message });
                }
            }

            bar.Show(i + 1, files.Length);
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>Writes the answers to a file before it is read: one that can't be read is to be answered all the more.</summary>
    private static async Task AnswerAsync(Terminal terminal, EdiAcknowledger acknowledger, string file, string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        foreach (var answer in acknowledger.Acknowledge(await File.ReadAllBytesAsync(file, cancellationToken), Path.GetFileName(file), cancellationToken))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, answer.FileName), answer.Content, cancellationToken);
            await terminal.RemarkAsync($"{answer.FileName}: {(answer.IsAccepted ? "accepted" : $"rejected: {string.Join("; ", answer.Faults)}")}");
        }
    }

    /// <summary>Says on which pages one of a file's documents stands.</summary>
    private static string Where(ExtractedDocument found)
        => found.FirstPage is not { } first ? string.Empty
            : found.Pages == 1 ? string.Create(CultureInfo.InvariantCulture, $", page {first}")
            : string.Create(CultureInfo.InvariantCulture, $", pages {first}–{first + found.Pages - 1}");

    private static string Page(ExtractedDocument found)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"{found.File}: {found.Type}, {found.Format}{Where(found)}{(found.NeedsReview ? ", needs review" : string.Empty)}");
        foreach (var (name, field) in found.Fields)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  {name}: {field.Value}");
        }

        foreach (var line in found.Lines)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  - {line.Position} {line.Sku ?? line.Gtin} {line.Description}: {line.Quantity} {line.Unit} at {line.UnitPrice} = {line.Amount}");
        }

        foreach (var warning in found.Warnings)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  ! {warning}");
        }

        return page.ToString();
    }
}
