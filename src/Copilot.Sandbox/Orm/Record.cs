using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>A record in a session: reads fields by name, follows relations, and writes single values.</summary>
internal readonly record struct Record(Session Session, Model Model, Row Row)
{
    public int Id => Row.Id;

    /// <summary>The name that relations show.</summary>
    public string Name => Model.NameOf?.Invoke(this) ?? (Model.Find("name") is not null ? Text("name") : null) ?? $"{Model.Name},{Id}";

    public object? this[string field] => Session.Value(Model, Row, Model[field]);

    public string? Text(string field) => this[field] as string;

    public double Number(string field) => this[field] switch { double number => number, int whole => whole, _ => 0 };

    public bool Is(string field) => this[field] is true;

    public bool Is(string field, params ReadOnlySpan<string> values) => this[field] is string text && values.Contains(text);

    public DateTime? Moment(string field) => this[field] as DateTime?;

    public DateOnly? Day(string field) => this[field] as DateOnly?;

    public int? IdOf(string field) => this[field] as int?;

    /// <summary>The record that a many2one points to.</summary>
    public Record? One(string field)
        => this[field] is int id && Session.Database[Model[field].Relation!].Find(id) is { } row
            ? new Record(Session, Session.Catalog[Model[field].Relation!], row)
            : null;

    /// <summary>The records of a one2many or many2many.</summary>
    public IEnumerable<Record> Many(string field)
    {
        var session = Session;
        var table = session.Database[Model[field].Relation!];
        return (this[field] as int[] ?? []).Select(table.Find).Where(r => r is not null).Select(r => new Record(session, table.Model, r!));
    }

    /// <summary>Writes one held value, without the effects of <c>write</c>.</summary>
    public void Set(string field, object? value) => Session.Database[Model].Set(Row, Model[field], value);
}
