using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Copilot.Testing.Documents.Files;

/// <summary>Makes workbooks from a few lines of their markup; packed by the usual library, so that they are as real ones.</summary>
public sealed class ExcelSketch
{
    private const string Space = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    private readonly List<(string Name, string Xml, string State)> _sheets = [];

    /// <summary>Gets or sets the markup of the styles.</summary>
    public string? Styles { get; set; }

    /// <summary>Gets or sets the shared texts.</summary>
    public IReadOnlyList<string> Strings { get; set; } = [];

    /// <summary>Gets or sets a value indicating whether days are counted from 1904.</summary>
    public bool From1904 { get; set; }

    /// <summary>Makes a row of cells that hold their text themselves; numbers stay numbers.</summary>
    public static string Row(int number, params object?[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return $"<row r='{number}'>{string.Concat(cells.Select((c, i) => c is null ? "" : Cell($"{(char)('A' + i)}{number}", c)))}</row>";
    }

    /// <summary>Makes a cell.</summary>
    public static string Cell(string place, object value, int style = 0) => value is string text
        ? $"<c r='{place}' s='{style}' t='inlineStr'><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>"
        : FormattableString.Invariant($"<c r='{place}' s='{style}'><v>{value}</v></c>");

    /// <summary>Adds a sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">The markup of its rows.</param>
    /// <param name="before">What stands before the rows.</param>
    /// <param name="after">What stands after them.</param>
    /// <param name="state">visible, hidden or veryHidden.</param>
    public ExcelSketch Sheet(string name, string rows, string before = "", string after = "", string state = "visible")
    {
        _sheets.Add((name, $"<worksheet {Space}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>", state));
        return this;
    }

    /// <summary>Packs the workbook.</summary>
    public byte[] Bytes()
    {
        var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new Workbook(new WorkbookProperties { Date1904 = From1904 }, new Sheets());
            var sheets = book.Workbook.GetFirstChild<Sheets>()!;
            foreach (var (name, xml, state) in _sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(xml);
                sheets.Append(new Sheet
                {
                    Name = name,
                    SheetId = (uint)sheets.ChildElements.Count + 1,
                    Id = book.GetIdOfPart(part),
                    State = state switch { "hidden" => SheetStateValues.Hidden, "veryHidden" => SheetStateValues.VeryHidden, _ => SheetStateValues.Visible },
                });
            }

            if (Styles is not null)
            {
                book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet($"<styleSheet {Space}>{Styles}</styleSheet>");
            }

            if (Strings.Count > 0)
            {
                book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(Strings.Select(s => new SharedStringItem(new Text(s))));
            }
        }

        return stream.ToArray();
    }
}
