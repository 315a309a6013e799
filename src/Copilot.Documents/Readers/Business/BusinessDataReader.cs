using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Extraction;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Business;

/// <summary>Reads business documents of exact formats (UBL, Cross Industry, FatturaPA, X12, EDIFACT) as a person would want them told: each field with its name, the lines as a table.</summary>
internal sealed class BusinessDataReader(IDocumentExtractor extractor) : IFileReader
{
    private static readonly string[] Columns = ["Position", "Article", "Description", "Quantity", "Unit", "Unit price", "Amount", "Tax %", "Delivery date"];

    /// <inheritdoc/>
    public string Format => "business-data";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".xml", ".edi", ".x12", ".edifact"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => DocumentExtractor.IsExact(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = await extractor.ExtractAsync(file, ExtractionEngine.Auto, cancellationToken);
        var writer = new PartWriter();
        foreach (var document in read.MoreDocuments is { } more ? [read with { MoreDocuments = null }, .. more] : new[] { read })
        {
            foreach (var part in Parts(document, writer))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return part;
            }
        }
    }

    private static IEnumerable<DocumentPart> Parts(ExtractedDocument document, PartWriter writer)
    {
        var title = Title(document);
        writer.Heading(1, title);
        foreach (var (name, field) in document.Fields)
        {
            writer.Paragraph($"{Words(name)}: {Text(field.Value)}");
        }

        foreach (var tax in document.Taxes)
        {
            writer.Paragraph($"Tax {Text(tax.Rate)} %: {Text(tax.Amount)} on {Text(tax.Base)}");
        }

        foreach (var charge in document.Charges)
        {
            writer.Paragraph($"{(charge.IsCharge ? "Charge" : "Allowance")}: {Text(charge.Amount)} {charge.Reason}".TrimEnd());
        }

        var table = new TableWriter(writer);
        table.Row(Columns, header: true);
        foreach (var line in document.Lines)
        {
            table.Row([.. new object?[] { line.Position, line.Sku ?? line.BuyerSku ?? line.Gtin, line.Description, line.Quantity, line.Unit, line.UnitPrice, line.Amount, line.TaxRate, line.DeliveryDate }.Select(Text)], header: false);
            if (table.Waiting >= PartWriter.FullAt)
            {
                table.Flush();
                yield return writer.Take(title: title, goesOn: true);
            }
        }

        if (document.Lines.Count > 0)
        {
            table.End();
        }

        foreach (var warning in document.Warnings)
        {
            writer.Note(warning);
        }

        yield return writer.Take(title: title);
    }

    private static string Title(ExtractedDocument document)
        => $"{Words(document.Type.ToString())} {(document.Fields.TryGetValue("number", out var number) ? Text(number.Value) : string.Empty)}".TrimEnd();

    /// <summary>"supplierVat" is told as "Supplier vat".</summary>
    private static string Words(string name)
        => string.Concat(name.Select((c, i) => i == 0 ? char.ToUpperInvariant(c).ToString() : char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    private static string Text(object? value) => CleanText.Line(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
}
