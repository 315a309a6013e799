using System.Runtime.CompilerServices;
using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>Reads more rows than one answer should hold, page by page.</summary>
internal static class OdooPaging
{
    /// <summary>
    /// Every row of a query in pages of <see cref="OdooQuery.Limit"/>, by rising id: unlike an offset, an id does not shift when
    /// somebody adds or deletes a record in between. The query's own order and offset are not used.
    /// </summary>
    public static async IAsyncEnumerable<OdooRow> ReadAllAsync(this IOdooClient client, Caller caller, OdooQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0;
        while (true)
        {
            var page = await client.SearchReadAsync(
                caller,
                query with { Domain = query.Domain.And("id", ">", last), Order = "id", Offset = 0, WithTotal = false },
                cancellationToken);
            foreach (var row in page.Rows)
            {
                last = row.Id;
                yield return row;
            }

            if (page.Rows.Count < query.Limit)
            {
                yield break;
            }
        }
    }
}
