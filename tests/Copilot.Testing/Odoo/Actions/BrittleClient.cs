using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>Odoo's client whose connection breaks at a chosen write, before it or after it, and stays broken until it is mended.</summary>
internal sealed class BrittleClient(IOdooClient inner) : IOdooClient
{
    private int writes;
    private int breaksAt;
    private bool afterIt;
    private bool isBroken;

    /// <summary>The writes that reached Odoo.</summary>
    public int Written { get; private set; }

    /// <summary>Breaks at the n-th write from now on, counted from 1.</summary>
    public void BreakAt(int write, bool afterTheWrite)
    {
        (writes, breaksAt, afterIt, isBroken) = (0, write, afterTheWrite, false);
    }

    public void Mend() => (breaksAt, isBroken) = (0, false);

    public async Task<JsonElement?> CallAsync(Caller caller, OdooCall call, CancellationToken cancellationToken)
    {
        Check();
        if (call.IsRead || ++writes != breaksAt)
        {
            var answer = await inner.CallAsync(caller, call, cancellationToken);
            Written += call.IsRead ? 0 : 1;
            return answer;
        }

        if (afterIt)
        {
            await inner.CallAsync(caller, call, cancellationToken);
            Written++;
        }

        isBroken = true;
        Check();
        return null;
    }

    public Task<OdooPage> SearchReadAsync(Caller caller, OdooQuery query, CancellationToken cancellationToken) => Checked().SearchReadAsync(caller, query, cancellationToken);

    public Task<IReadOnlyList<OdooRow>> ReadAsync(Caller caller, string model, IReadOnlyCollection<int> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        => Checked().ReadAsync(caller, model, ids, fields, cancellationToken);

    public Task<int> CountAsync(Caller caller, string model, OdooDomain domain, CancellationToken cancellationToken) => Checked().CountAsync(caller, model, domain, cancellationToken);

    public Task<IReadOnlyList<OdooRow>> ReadGroupAsync(Caller caller, OdooGrouping grouping, CancellationToken cancellationToken) => Checked().ReadGroupAsync(caller, grouping, cancellationToken);

    public Task<bool> MayReadAsync(Caller caller, string model, CancellationToken cancellationToken) => Checked().MayReadAsync(caller, model, cancellationToken);

    public Task<bool> HasModelAsync(Caller caller, string model, CancellationToken cancellationToken) => Checked().HasModelAsync(caller, model, cancellationToken);

    public string RecordUri(RecordRef record) => inner.RecordUri(record);

    private IOdooClient Checked()
    {
        Check();
        return inner;
    }

    private void Check()
    {
        if (isBroken)
        {
            throw new OdooException(OdooFault.Unreachable, "The connection broke.");
        }
    }
}
