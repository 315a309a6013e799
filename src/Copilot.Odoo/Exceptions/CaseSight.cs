using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions;

/// <summary>
/// Shows cases with a person's own rights, asked of the business system at that moment: a case whose records the person may not all read does not exist for the person, and what
/// it hits further is told for readable records only. One round trip for each model, whatever the number of cases, and one for costs.
/// </summary>
internal sealed class CaseSight(IOdooClient client, SalesReader sales, IDataGrants grants, TimeProvider time)
{
    /// <summary>Orders, purchase orders, transfers, products, warehouses, partners, invoices, and whether costs are seen.</summary>
    public const int RoundTrips = 8;

    private const int IdsAtOnce = 5000;

    private static readonly string[] Fields = ["write_date"];

    /// <summary>What of these a person may see, in their order.</summary>
    public async Task<IReadOnlyList<SeenCase>> SeeAsync(Caller caller, IReadOnlyList<KeptCase> cases, CancellationToken cancellationToken)
    {
        var granted = new List<KeptCase>();
        foreach (var kept in cases)
        {
            if (Taxonomy.Find(kept.Found.Kind) is { } kind && kind.Touches.Concat(kept.Found.Touches).All(d => grants.MaySee(caller, d)) && await MayReadAsync(caller, [.. kind.Needs, .. kept.Found.Needs], cancellationToken))
            {
                granted.Add(kept);
            }
        }

        if (granted.Count == 0)
        {
            return [];
        }

        var wanted = granted.SelectMany(k => Of(k.Found)).Select(r => r.Ref).Distinct().GroupBy(r => r.Model).ToList();
        var readable = (await Task.WhenAll(wanted.Select(g => ReadableAsync(caller, g.Key, [.. g.Select(r => r.Id)], cancellationToken)))).SelectMany(r => r).ToHashSet();
        var costs = granted.Any(k => k.Found.Margin is not null) && await client.MayReadAsync(caller, "sale.order.line", cancellationToken) && await SeesCostAsync(caller, cancellationToken);
        return
        [
            .. granted.Where(k => k.Found.Subjects.All(s => readable.Contains(s.Ref)) && (costs || !Taxonomy.Find(k.Found.Kind)!.TellsCost)).Select(k => new SeenCase(
                k,
                [.. k.Found.Details.Where(d => readable.Contains(d.Record.Ref))],
                [.. k.Found.Stakes.Where(s => readable.Contains(s.Record.Ref))],
                [.. k.Found.Actions.Where(a => a.Record is null || readable.Contains(a.Record.Ref))],
                costs)),
        ];
    }

    private static IEnumerable<CaseRecord> Of(FoundCase found)
        => found.Subjects.Concat(found.Details.Select(d => d.Record)).Concat(found.Stakes.Select(s => s.Record)).Concat(found.Actions.Select(a => a.Record).OfType<CaseRecord>());

    private async Task<bool> MayReadAsync(Caller caller, IReadOnlyList<string> models, CancellationToken cancellationToken)
    {
        foreach (var model in models)
        {
            if (!await client.MayReadAsync(caller, model, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<RecordRef>> ReadableAsync(Caller caller, string model, IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        if (!await client.HasModelAsync(caller, model, cancellationToken) || !await client.MayReadAsync(caller, model, cancellationToken))
        {
            return [];
        }

        var page = await client.SearchReadAsync(
            caller, new OdooQuery { Model = model, Domain = OdooDomain.Where("id", "in", ids), Fields = Fields, Limit = IdsAtOnce, WithArchived = true }, cancellationToken);
        return [.. page.Rows.Select(r => new RecordRef(model, r.Id))];
    }

    private Task<bool> SeesCostAsync(Caller caller, CancellationToken cancellationToken)
        => sales.SeesCostAsync(new ToolContext { Caller = caller, TurnId = "sight", Question = string.Empty, Now = time.GetUtcNow() }, cancellationToken);
}
