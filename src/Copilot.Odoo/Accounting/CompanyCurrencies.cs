using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>In which currency each company keeps its books; sums of <c>account.move</c> are in it. One round trip.</summary>
internal sealed class CompanyCurrencies(IOdooClient client)
{
    /// <summary>More companies than this are not read.</summary>
    public const int MostCompanies = 200;

    /// <summary>Said of a company whose currency can't be read.</summary>
    public const string Unknown = "EUR";

    /// <summary>The currencies by company id.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(caller, new OdooQuery { Model = "res.company", Domain = OdooDomain.All, Fields = ["currency_id"], Limit = MostCompanies }, cancellationToken);
        return page.Rows.ToDictionary(r => r.Id, r => r.Link("currency_id")?.Name ?? Unknown);
    }
}
