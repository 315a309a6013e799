namespace Copilot.Sandbox.Store;

/// <summary>
/// One record. Values are string, bool, int, double, DateOnly, DateTime (UTC, whole seconds), int for a many2one, int[] for a
/// many2many, null for empty; computed fields and one2manys have no place here.
/// </summary>
internal sealed class Row(int id, int cells)
{
    public int Id { get; } = id;

    public object?[] Cells { get; } = new object?[cells];
}
