using System.Globalization;
using System.Xml;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>Reads the rows of a sheet one after the other; none is kept.</summary>
internal sealed class SheetRows(SharedStrings strings, ExcelStyles styles, bool from1904)
{
    private readonly List<(int From, int To)> _hiddenColumns = [];
    private char[] _buffer = new char[256];

    /// <summary>Gets how many formulas have no value, because no program has calculated them.</summary>
    public int WithoutValue { get; private set; }

    /// <summary>Reads a sheet.</summary>
    public IEnumerable<SheetRow> Of(XmlReader sheet)
    {
        var last = 0;
        _hiddenColumns.Clear();
        while (!sheet.EOF)
        {
            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "row")
            {
                var row = Row(sheet, last);
                last = row.Number;
                if (row.Cells.Count + row.Unseen.Count > 0)
                {
                    yield return row;
                }

                continue;
            }

            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "col" && IsOn(sheet.GetAttribute("hidden")) && _hiddenColumns.Count < 1000)
            {
                _hiddenColumns.Add((Number(sheet.GetAttribute("min")), Number(sheet.GetAttribute("max"))));
            }

            sheet.Read();
        }
    }

    private SheetRow Row(XmlReader sheet, int last)
    {
        var number = Number(sheet.GetAttribute("r")) is > 0 and var said ? said : last + 1;
        var hidden = IsOn(sheet.GetAttribute("hidden"));
        var cells = new SortedDictionary<int, string>();
        List<(CellPlace, string)>? unseen = null;
        var depth = sheet.Depth;
        var column = 0;
        var empty = sheet.IsEmptyElement;
        sheet.Read();
        while (!empty && !sheet.EOF && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "c")
            {
                sheet.Read();
                continue;
            }

            column = CellPlace.Of(sheet.GetAttribute("r"))?.Column ?? column + 1;
            var style = styles[sheet.GetAttribute("s") is { } s ? Number(s) : 0];
            var text = Cell(sheet, style);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (style.Unseen || (!hidden && _hiddenColumns.Exists(h => column >= h.From && column <= h.To)))
            {
                (unseen ??= []).Add((new CellPlace(number, column), text));
            }
            else
            {
                cells[column] = text;
            }
        }

        return new SheetRow(number, hidden, cells, unseen ?? []);
    }

    private string Cell(XmlReader sheet, CellFormat style)
    {
        var type = sheet.GetAttribute("t");
        var depth = sheet.Depth;
        string? value = null;
        var formula = false;
        if (sheet.IsEmptyElement)
        {
            sheet.Read();
            return string.Empty;
        }

        sheet.Read();
        while (!sheet.EOF && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element)
            {
                sheet.Read();
                continue;
            }

            switch (sheet.LocalName)
            {
                case "v":
                    value = Value(sheet);
                    break;
                case "is":
                    value = SharedStrings.TextOf(OfficeNode.Read(sheet));
                    type = "inlineStr";
                    break;
                default:
                    formula |= sheet.LocalName == "f";
                    sheet.Skip();
                    break;
            }
        }

        WithoutValue += formula && value is null ? 1 : 0;
        return value is null ? string.Empty : Shown(type, value, style);
    }

    /// <summary>Reads a value; nearly all are one short text, for which no node is made.</summary>
    private string Value(XmlReader sheet)
    {
        if (sheet.IsEmptyElement || !sheet.Read() || sheet.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
        {
            return string.Empty;
        }

        var filled = 0;
        for (int read; (read = sheet.ReadValueChunk(_buffer, filled, _buffer.Length - filled)) > 0;)
        {
            filled += read;
            if (filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }

        sheet.Read();
        return new string(_buffer, 0, filled);
    }

    private string Shown(string? type, string value, CellFormat style) => type switch
    {
        "s" => strings[Number(value)],
        "b" => value.Trim() == "1" ? "TRUE" : "FALSE",
        null or "n" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? style.Write(number, from1904) : value,
        _ => value,
    };

    private static bool IsOn(string? value) => value is "1" or "true";

    private static int Number(string? value) => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
