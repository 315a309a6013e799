using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>One call of a method: on which records, with which arguments.</summary>
internal sealed class Call(Session session, Model model, IReadOnlyList<int> ids, IReadOnlyDictionary<string, object?> arguments)
{
    public Session Session { get; } = session;

    public Model Model { get; } = model;

    public IReadOnlyList<int> Ids { get; } = ids;

    public object? this[string argument] => arguments.GetValueOrDefault(argument);

    public bool Has(string argument) => arguments.ContainsKey(argument);

    public string? Text(string argument) => this[argument] as string;

    public int Number(string argument) => Python.IsFalsy(this[argument]) ? 0 : Python.Int(this[argument]);

    /// <summary>A limit: nothing, false or none given means all.</summary>
    public int? Limit(string argument) => Python.IsFalsy(this[argument]) ? null : Python.Int(this[argument]);

    public bool Flag(string argument, bool otherwise) => arguments.TryGetValue(argument, out var value) ? !Python.IsFalsy(value) : otherwise;

    public IReadOnlyList<string> Texts(string argument)
        => (this[argument] as IReadOnlyList<object?> ?? (this[argument] is string one ? [one] : [])).OfType<string>().ToList();

    /// <summary>The records of the call; one that is gone is refused.</summary>
    public IReadOnlyList<Row> Rows()
        => [.. Ids.Select(id => Session.Database[Model].Find(id) ?? throw Fault.Missing(Model.Name, id, Session.UserId))];

    /// <summary>The records of the call after the check that the caller may do this with them; they act with all rights.</summary>
    public IReadOnlyList<Record> Records(string operation)
    {
        Session.Rights.CheckModel(Session, Model, operation);
        var rows = Rows();
        Session.Rights.CheckRecords(Session, Model, rows, operation);
        var system = Session.AsSystem();
        return [.. rows.Select(row => system.Record(Model, row))];
    }
}
