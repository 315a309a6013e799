using System.Globalization;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>A cell's place: row and column, both from 1.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
internal readonly record struct CellPlace(int Row, int Column)
{
    private const int LastColumn = 16_384;

    /// <summary>Reads "BC12"; null when it is none.</summary>
    public static CellPlace? Of(ReadOnlySpan<char> name)
    {
        var column = 0;
        var i = 0;
        for (; i < name.Length && name[i] != '$' && char.IsAsciiLetter(name[i]); i++)
        {
            column = (column * 26) + (name[i] & 31);
            if (column > LastColumn)
            {
                return null;
            }
        }

        return column > 0 && int.TryParse(name[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? new CellPlace(row, column) : null;
    }

    /// <summary>Writes the place as Excel does.</summary>
    public override string ToString()
    {
        var letters = string.Empty;
        for (var column = Column; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters + Row.ToString(CultureInfo.InvariantCulture);
    }
}
