using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Testing.Tools;

/// <summary>Counts round trips to Odoo as the tools' documentation counts them; questions about rights are kept by the client and not counted.</summary>
internal sealed class CountingOdooClient(IOdooClient inner) : IOdooClient
{
    private int trips;

    public int RoundTrips => trips;

    public void Reset() => Interlocked.Exchange(ref trips, 0);

    public async Task<OdooPage> SearchReadAsync(Caller caller, OdooQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref trips);
        var page = await inner.SearchReadAsync(caller, query, cancellationToken);
        if (query.WithTotal && page.IsCut)
        {
            Interlocked.Increment(ref trips);
        }

        return page;
    }

    public Task<IReadOnlyList<OdooRow>> ReadAsync(Caller caller, string model, IReadOnlyCollection<int> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref trips);
        return inner.ReadAsync(caller, model, ids, fields, cancellationToken);
    }

    public Task<int> CountAsync(Caller caller, string model, OdooDomain domain, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref trips);
        return inner.CountAsync(caller, model, domain, cancellationToken);
    }

    public Task<IReadOnlyList<OdooRow>> ReadGroupAsync(Caller caller, OdooGrouping grouping, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref trips);
        return inner.ReadGroupAsync(caller, grouping, cancellationToken);
    }

    public Task<bool> MayReadAsync(Caller caller, string model, CancellationToken cancellationToken) => inner.MayReadAsync(caller, model, cancellationToken);

    public Task<bool> HasModelAsync(Caller caller, string model, CancellationToken cancellationToken) => inner.HasModelAsync(caller, model, cancellationToken);

    public Task<JsonElement?> CallAsync(Caller caller, OdooCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref trips);
        return inner.CallAsync(caller, call, cancellationToken);
    }

    public string RecordUri(RecordRef record) => inner.RecordUri(record);
}
