using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Copilot.Testing.Documents.Files;

/// <summary>Makes Word documents from a few lines of their markup; packed by the usual library, so that they are as real ones.</summary>
public sealed class WordSketch
{
    private const string Space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
        + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
        + "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:v='urn:schemas-microsoft-com:vml'";

    /// <summary>Gets or sets the body's markup.</summary>
    public string Body { get; set; } = string.Empty;

    /// <summary>Gets or sets the markup of the styles.</summary>
    public string? Styles { get; set; }

    /// <summary>Gets or sets the markup of the numberings.</summary>
    public string? Numbering { get; set; }

    /// <summary>Gets or sets the markup of the footnotes.</summary>
    public string? Footnotes { get; set; }

    /// <summary>Gets or sets the markup of the comments.</summary>
    public string? Comments { get; set; }

    /// <summary>Gets or sets the markup of a header and a footer.</summary>
    public (string Header, string Footer)? Margins { get; set; }

    /// <summary>Gets or sets the title among the properties.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets a value indicating whether it holds macros.</summary>
    public bool Macros { get; set; }

    /// <summary>Makes a paragraph.</summary>
    public static string P(string text, string? style = null, string? look = null, string? properties = null)
        => $"<w:p><w:pPr>{(style is null ? "" : $"<w:pStyle w:val='{style}'/>")}{properties}</w:pPr><w:r>{(look is null ? "" : $"<w:rPr>{look}</w:rPr>")}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    /// <summary>Makes a numbered paragraph.</summary>
    public static string N(string text, int number, int level) => P(text, properties: $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>");

    /// <summary>Makes a table cell.</summary>
    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>Makes a table of cells in markup.</summary>
    public static string Table(int columns, params string[] rows)
        => $"<w:tbl><w:tblPr/><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol/>", columns))}</w:tblGrid>{string.Concat(rows.Select(r => r.StartsWith("<w:tr", StringComparison.Ordinal) ? r : $"<w:tr>{r}</w:tr>"))}</w:tbl>";

    /// <summary>Packs the document.</summary>
    public byte[] Bytes()
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, Macros ? WordprocessingDocumentType.MacroEnabledDocument : WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Space}><w:body>{Body}</w:body></w:document>");
            if (Styles is not null)
            {
                main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Space}>{Styles}</w:styles>");
            }

            if (Numbering is not null)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Space}>{Numbering}</w:numbering>");
            }

            if (Footnotes is not null)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes($"<w:footnotes {Space}>{Footnotes}</w:footnotes>");
            }

            if (Comments is not null)
            {
                main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments($"<w:comments {Space}>{Comments}</w:comments>");
            }

            if (Margins is var (header, footer))
            {
                main.AddNewPart<HeaderPart>().Header = new Header($"<w:hdr {Space}>{header}</w:hdr>");
                main.AddNewPart<FooterPart>().Footer = new Footer($"<w:ftr {Space}>{footer}</w:ftr>");
            }

            if (Macros)
            {
                using var code = new MemoryStream([1, 2, 3]);
                main.AddNewPart<VbaProjectPart>().FeedData(code);
            }

            if (Title is not null)
            {
                file.PackageProperties.Title = Title;
            }
        }

        return stream.ToArray();
    }
}
