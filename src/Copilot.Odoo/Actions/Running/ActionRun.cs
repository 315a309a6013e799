using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Running;

/// <summary>One execution: the order, and the calls it makes with the rights of the one it runs as.</summary>
internal sealed class ActionRun(ActionDesk desk, ActionOrder order)
{
    public ActionOrder Order { get; } = order;

    public Caller Caller => Order.RunsAs;

    public ActionDraft Draft => Order.Draft;

    public ActionDesk Desk { get; } = desk;

    /// <summary>Records found or made on the way, by the name a step gave them.</summary>
    public Dictionary<string, int> Made { get; } = [];

    /// <summary>What was found on the way that people should read: whole sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Whether less came of it than was approved.</summary>
    public bool FellShort { get; set; }

    /// <summary>A whole number of the execution's parameters.</summary>
    public int Id(string name) => Draft.Execution[name]!.GetValue<int>();

    public decimal Number(string name) => Draft.Execution[name]!.GetValue<decimal>();

    public string Text(string name) => Draft.Execution[name]!.GetValue<string>();

    public string? TextOrNone(string name) => Draft.Execution[name]?.GetValue<string>();

    public IReadOnlyList<int> Ids(string name) => [.. Draft.Execution[name]!.AsArray().Select(n => n!.GetValue<int>())];

    /// <summary>Reads one record, or null when it is gone.</summary>
    public async Task<OdooRow?> ReadAsync(string model, int id, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        => await Desk.Client.ReadAsync(Caller, model, [id], fields, cancellationToken) is [var row, ..] ? row : null;

    public async Task<IReadOnlyList<OdooRow>> SearchAsync(string model, OdooDomain domain, IReadOnlyList<string> fields, CancellationToken cancellationToken, int limit = 200)
        => (await Desk.Client.SearchReadAsync(Caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = "id", Limit = limit, WithArchived = true }, cancellationToken)).Rows;

    /// <summary>Writes values. Once sent, it is waited for even when the caller leaves: its outcome must be known.</summary>
    public Task WriteAsync(string model, int id, Dictionary<string, object?> values) => CallAsync(model, "write", [new[] { id }, values]);

    /// <summary>Makes a record and gives its id.</summary>
    public async Task<int> CreateAsync(string model, Dictionary<string, object?> values)
        => await CallAsync(model, "create", [values]) is { ValueKind: JsonValueKind.Number } id ? id.GetInt32()
            : throw new OdooException(OdooFault.Unreachable, $"Odoo did not say which {model} it made.");

    /// <summary>Presses a button of one record.</summary>
    public Task PressAsync(string model, int id, string button) => CallAsync(model, button, [new[] { id }]);

    public Task<JsonElement?> CallAsync(string model, string method, IReadOnlyList<object?> arguments, Dictionary<string, object?>? named = null)
        => Desk.Client.CallAsync(Caller, new OdooCall { Model = model, Method = method, Arguments = arguments, Named = named ?? [], IsRead = false }, CancellationToken.None);

    /// <summary>Whether the record's last change was made by the account this runs with.</summary>
    public async Task<Proof> WhoseAsync(OdooRow row, CancellationToken cancellationToken)
        => row.Link("write_uid")?.Id == await Desk.Rights.MyIdAsync(Caller, cancellationToken) ? Proof.ByState : Proof.ByOthers;
}
