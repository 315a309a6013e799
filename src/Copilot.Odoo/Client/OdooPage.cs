namespace Copilot.Odoo.Client;

/// <summary>Rows of a search.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many there are in all; equals the row count unless asked for and cut.</param>
internal sealed record OdooPage(IReadOnlyList<OdooRow> Rows, int Total)
{
    public bool IsCut => Rows.Count < Total;
}
