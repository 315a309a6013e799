using System.Text;

namespace Copilot.Documents.Readers.Writing;

/// <summary>A table's row as one line: cells with <c> | </c> between them.</summary>
internal static class RowLine
{
    /// <summary>What stands between two cells.</summary>
    public const string Between = " | ";

    /// <summary>Writes a row; empty cells at its end are left out.</summary>
    /// <param name="cells">The cells' texts; line breaks become blanks.</param>
    public static string Of(IReadOnlyList<string> cells)
    {
        var line = new StringBuilder();
        var waiting = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = CleanText.Line(cells[i]);
            if (cell.Length > 0)
            {
                for (; waiting > 0; waiting--)
                {
                    line.Append(Between);
                }

                line.Append(cell);
            }

            waiting++;
        }

        return line.ToString();
    }
}
