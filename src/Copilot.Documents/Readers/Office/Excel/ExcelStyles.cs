namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>The formats of a workbook's cells, by the number that a cell names.</summary>
internal sealed class ExcelStyles
{
    private readonly List<CellFormat> _formats = [];

    /// <summary>Reads the styles part; null for a workbook without one.</summary>
    public ExcelStyles(OfficeNode? styles)
    {
        var codes = new Dictionary<int, CellFormat>();
        foreach (var format in styles?.Child("numFmts")?.All("numFmt") ?? [])
        {
            if (format.Number("numFmtId") is { } id && format["formatCode"] is { } code)
            {
                codes[id] = FormatCode.Read(code);
            }
        }

        var fonts = (styles?.Child("fonts")?.All("font") ?? []).Select(LookOf).ToList();
        var fills = (styles?.Child("fills")?.All("fill") ?? []).Select(GroundOf).ToList();
        foreach (var cell in styles?.Child("cellXfs")?.All("xf") ?? [])
        {
            var id = cell.Number("numFmtId") ?? 0;
            var format = codes.TryGetValue(id, out var own) ? own : FormatCode.BuiltIn(id);
            var (colour, tiny) = At(fonts, cell.Number("fontId"));
            _formats.Add(tiny || Paint.Unseen(colour, At(fills, cell.Number("fillId"))) ? format with { Unseen = true } : format);
        }
    }

    /// <summary>Gets the format that a cell names.</summary>
    public CellFormat this[int style] => style >= 0 && style < _formats.Count ? _formats[style] : CellFormat.General;

    private static T? At<T>(List<T> list, int? at) => at is >= 0 && at < list.Count ? list[at.Value] : default;

    private static (string? Colour, bool Tiny) LookOf(OfficeNode font)
        => (ColourOf(font.Child("color")), double.TryParse(font.Child("sz")?.Value, System.Globalization.CultureInfo.InvariantCulture, out var size) && size <= 2);

    private static string? GroundOf(OfficeNode fill)
    {
        var pattern = fill.Child("patternFill");

        // A gradient or a pattern can't be compared with; white text on it may well be seen.
        return pattern is null ? "unknown"
            : pattern["patternType"] is null or "none" ? null
            : pattern["patternType"] == "solid" ? ColourOf(pattern.Child("fgColor")) ?? "unknown" : "unknown";
    }

    /// <summary>The first colour of a theme is the paper's, which is white in all that come with the program; other theme colours are not compared.</summary>
    private static string? ColourOf(OfficeNode? colour)
        => colour is null ? null
            : colour["rgb"] ?? (colour["theme"] == "0" && colour["tint"] is null ? "FFFFFF" : colour["indexed"] is "1" or "9" ? "FFFFFF" : colour["theme"] is null && colour["indexed"] is null ? null : "unknown");
}
