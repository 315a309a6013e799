namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>A row of a sheet, as far as it has text.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hidden">Whether the row is hidden.</param>
/// <param name="Cells">The texts of its cells by column.</param>
/// <param name="Unseen">The cells that a person does not see, though the row is there.</param>
internal sealed record SheetRow(int Number, bool Hidden, SortedDictionary<int, string> Cells, IReadOnlyList<(CellPlace Place, string Text)> Unseen);
