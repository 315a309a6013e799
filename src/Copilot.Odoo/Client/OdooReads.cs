using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>Ways of reading that stand on the client's own.</summary>
internal static class OdooReads
{
    private const int IdsAtOnce = 2000;

    /// <summary>
    /// Reads those of some records that the caller may see, archived ones too. Odoo refuses a plain read as a whole when one of the records is another's, as behind a transfer whose order belongs to a colleague. One round
    /// trip per 2,000 ids.
    /// </summary>
    /// <param name="client">Odoo.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="model">The model.</param>
    /// <param name="ids">The records.</param>
    /// <param name="fields">What is read of each.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows, in no order.</returns>
    public static async Task<IReadOnlyList<OdooRow>> ReadableAsync(this IOdooClient client, Caller caller, string model, IEnumerable<int> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var rows = new List<OdooRow>();
        foreach (var some in ids.Where(id => id > 0).Distinct().Chunk(IdsAtOnce))
        {
            var page = await client.SearchReadAsync(
                caller, new OdooQuery { Model = model, Domain = OdooDomain.Where("id", "in", some), Fields = fields, Order = "id", Limit = IdsAtOnce, WithArchived = true }, cancellationToken);
            rows.AddRange(page.Rows);
        }

        return rows;
    }
}
