using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema;

/// <summary>Writes a model down as a table of fields, one line each.</summary>
internal sealed class ModelBuilder(Model model)
{
    public ModelBuilder Char(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Char, flags));

    public ModelBuilder Text(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Text, flags));

    public ModelBuilder Html(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Html, flags));

    public ModelBuilder Integer(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Integer, flags));

    public ModelBuilder Float(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Float, flags));

    public ModelBuilder Money(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Monetary, flags));

    public ModelBuilder Boolean(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Boolean, flags));

    public ModelBuilder Date(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Date, flags));

    public ModelBuilder Datetime(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Datetime, flags));

    public ModelBuilder Binary(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Binary, flags));

    public ModelBuilder Json(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Json, flags));

    public ModelBuilder Reference(string name, string label, FieldFlags flags = 0) => Add(new(name, label, FieldKind.Reference, flags));

    /// <summary>A selection, written <c>key:Label|key:Label</c>.</summary>
    public ModelBuilder Selection(string name, string label, string values, FieldFlags flags = 0)
        => Add(new(name, label, FieldKind.Selection, flags)
        {
            Selection = [.. values.Split('|').Select(v => v.Split(':', 2)).Select(v => KeyValuePair.Create(v[0], v[1]))],
        });

    /// <summary>A many2one.</summary>
    public ModelBuilder One(string name, string label, string relation, FieldFlags flags = 0)
        => Add(new(name, label, FieldKind.Many2one, flags) { Relation = relation });

    /// <summary>A one2many, the other side of <paramref name="inverse"/>.</summary>
    public ModelBuilder Lines(string name, string label, string relation, string inverse, FieldFlags flags = 0)
        => Add(new(name, label, FieldKind.One2many, flags) { Relation = relation, Inverse = inverse });

    /// <summary>A many2many.</summary>
    public ModelBuilder Many(string name, string label, string relation, FieldFlags flags = 0)
        => Add(new(name, label, FieldKind.Many2many, flags) { Relation = relation });

    /// <summary>The field's value is always the one at the end of a path: <c>order_id.state</c>.</summary>
    public ModelBuilder From(string name, string path)
    {
        model[name].Path = path.Split('.');
        return this;
    }

    /// <summary>The field answers with the value at the end of a path while it holds none.</summary>
    public ModelBuilder Else(string name, string path)
    {
        model[name].OnlyWhenEmpty = true;
        return From(name, path);
    }

    public ModelBuilder Computed(string name, Func<Record, object?> compute)
    {
        model[name].Compute = compute;
        return this;
    }

    /// <summary>The field is computed while it holds nothing.</summary>
    public ModelBuilder ElseComputed(string name, Func<Record, object?> compute)
    {
        model[name].OnlyWhenEmpty = true;
        return Computed(name, compute);
    }

    public ModelBuilder Default(string name, object value) => Default(name, _ => value);

    public ModelBuilder Default(string name, Func<Session, object?> value)
    {
        model[name].Default = value;
        return this;
    }

    /// <summary>How a record is called, and which fields a search for its name looks into.</summary>
    public ModelBuilder Named(Func<Record, string?>? name, params string[] searched)
    {
        model.NameOf = name;
        model.NameSearch = searched.Length == 0 ? model.NameSearch : searched;
        return this;
    }

    public ModelBuilder ParentIs(string field)
    {
        model.ParentField = field;
        return this;
    }

    /// <summary>Lends this model all fields of the record behind <paramref name="field"/> that it does not define itself.</summary>
    public ModelBuilder Inherits(string field)
    {
        model.Delegate = field;
        return this;
    }

    private ModelBuilder Add(Field field)
    {
        model.Add(field);
        return this;
    }
}
