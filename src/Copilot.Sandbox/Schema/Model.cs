using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema;

/// <summary>One model of the practice company: its fields, its default order and how its records are named.</summary>
internal sealed class Model(string name, string title, string order)
{
    private readonly Dictionary<string, Field> fields = new(StringComparer.Ordinal);
    private readonly List<Field> inOrder = [];

    public string Name { get; } = name;

    /// <summary>The name for people: "Sales Order".</summary>
    public string Title { get; } = title;

    public string Order { get; } = order;

    /// <summary>All fields in the order of their definition.</summary>
    public IReadOnlyList<Field> Fields => inOrder;

    /// <summary>How many values a row holds.</summary>
    public int Cells { get; private set; }

    /// <summary>Names a record where the <c>name</c> field does not.</summary>
    public Func<Record, string?>? NameOf { get; set; }

    /// <summary>Fields that a search for a name looks into.</summary>
    public IReadOnlyList<string> NameSearch { get; set; } = ["name"];

    /// <summary>The many2one to the record above, for <c>child_of</c>.</summary>
    public string ParentField { get; set; } = "parent_id";

    /// <summary>The many2one whose record lends its fields (a variant's template, a user's partner).</summary>
    public string? Delegate { get; set; }

    public Field? Find(string fieldName) => fields.GetValueOrDefault(fieldName);

    public Field this[string fieldName] => fields.TryGetValue(fieldName, out var field)
        ? field
        : throw new InvalidOperationException($"The model {Name} of the practice company has no field '{fieldName}'.");

    public void Add(Field field)
    {
        if (!fields.TryAdd(field.Name, field))
        {
            throw new InvalidOperationException($"The field {Name}.{field.Name} is defined twice.");
        }

        inOrder.Add(field);
    }

    /// <summary>Gives each field that holds a value its place in the row; after that the model does not change.</summary>
    public void Freeze()
    {
        foreach (var field in inOrder)
        {
            var held = field.Kind != FieldKind.One2many && field.Name != "id"
                && ((field.Compute is null && field.Path is null) || field.OnlyWhenEmpty);
            field.Cell = held ? Cells++ : -1;
        }
    }
}
