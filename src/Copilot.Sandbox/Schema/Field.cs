using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema;

/// <summary>One field of a model: what it holds, where its value comes from, and what the wire says about it.</summary>
internal sealed class Field(string name, string label, FieldKind kind, FieldFlags flags)
{
    public string Name { get; } = name;

    public string Label { get; } = label;

    public FieldKind Kind { get; } = kind;

    public FieldFlags Flags { get; } = flags;

    /// <summary>The model on the other side of a relation.</summary>
    public string? Relation { get; init; }

    /// <summary>The many2one of the other model that a one2many turns around.</summary>
    public string? Inverse { get; init; }

    /// <summary>Keys and labels of a selection, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Selection { get; init; } = [];

    /// <summary>Place of the value in a row; -1 for a field that holds none of its own.</summary>
    public int Cell { get; set; } = -1;

    /// <summary>Works the value out from the record.</summary>
    public Func<Record, object?>? Compute { get; set; }

    /// <summary>The computation or the path answers only while the row itself holds nothing.</summary>
    public bool OnlyWhenEmpty { get; set; }

    /// <summary>The value is read through these relations: <c>order_id</c>, <c>state</c>.</summary>
    public IReadOnlyList<string>? Path { get; set; }

    /// <summary>The value of a new record that gives none.</summary>
    public Func<Session, object?>? Default { get; set; }

    /// <summary>Whether the selection knows the key.</summary>
    public bool Has(string key)
    {
        foreach (var (known, _) in Selection)
        {
            if (string.Equals(known, key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsRequired => Flags.HasFlag(FieldFlags.Required);

    public bool IsRelation => Kind is FieldKind.Many2one or FieldKind.One2many or FieldKind.Many2many;

    public bool IsMany => Kind is FieldKind.One2many or FieldKind.Many2many;

    public bool IsNumber => Kind is FieldKind.Integer or FieldKind.Float or FieldKind.Monetary or FieldKind.Reference;

    public bool IsText => Kind is FieldKind.Char or FieldKind.Text or FieldKind.Html or FieldKind.Selection;

    /// <summary>Whether the row's own cell is the whole truth.</summary>
    public bool IsPlain => Cell >= 0 && Compute is null && Path is null;

    /// <summary>The value is always read elsewhere, never held.</summary>
    public bool IsLiveRelated => Path is not null && !OnlyWhenEmpty;

    /// <summary>Odoo's name of the type.</summary>
    public string TypeName => Kind switch
    {
        FieldKind.Reference => "many2one_reference",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
