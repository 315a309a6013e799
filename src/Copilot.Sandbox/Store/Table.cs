using System.Runtime.CompilerServices;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Store;

/// <summary>
/// The records of one model with their indexes. Not safe by itself: readers share and a writer is alone by the lock of
/// <see cref="Database"/>. Every change tells the open journal how to take it back.
/// </summary>
internal sealed class Table
{
    private static readonly HashSet<string> NotWorthIndexing = ["company_id", "currency_id", "create_uid", "write_uid", "location_dest_id", "product_uom_id", "product_uom"];
    private readonly Dictionary<Field, ReferenceIndex> references = [];
    private readonly Dictionary<Field, Dictionary<string, List<int>>> texts = [];
    private readonly List<Field> indexed = [];
    private readonly Database database;
    private Row?[] rows = new Row?[64];

    public Table(Model model, Database database)
    {
        Model = model;
        this.database = database;
        foreach (var field in model.Fields.Where(f => f.Cell >= 0))
        {
            if (field.Kind is FieldKind.Many2one or FieldKind.Many2many && !NotWorthIndexing.Contains(field.Name))
            {
                references.Add(field, new ReferenceIndex());
                indexed.Add(field);
            }
            else if (field.Flags.HasFlag(FieldFlags.Indexed))
            {
                texts.Add(field, new(StringComparer.Ordinal));
                indexed.Add(field);
            }
        }
    }

    public Model Model { get; }

    public int Count { get; private set; }

    /// <summary>The highest id ever given.</summary>
    public int LastId { get; private set; }

    public Row? Find(int id) => id > 0 && id < rows.Length ? rows[id] : null;

    /// <summary>All records by id.</summary>
    public IEnumerable<Row> Rows()
    {
        for (var id = 1; id <= LastId; id++)
        {
            if (rows[id] is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>The records that point with this field, or null when the field is not indexed.</summary>
    public ReferenceIndex? References(Field field) => references.GetValueOrDefault(field);

    /// <summary>Ids of the records with exactly this text, or null when the field is not indexed.</summary>
    public IReadOnlyList<int>? WithText(Field field, string text)
        => texts.TryGetValue(field, out var index) ? index.TryGetValue(text, out var ids) ? ids : [] : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Insert(Row row)
    {
        if (row.Id is < 1 or > 10_000_000)
        {
            throw new InvalidOperationException($"{row.Id} is no id for a record of {Model.Name}: ids are counted from 1.");
        }

        if (row.Id >= rows.Length)
        {
            Array.Resize(ref rows, Math.Max(row.Id + 1, rows.Length * 2));
        }

        if (rows[row.Id] is { } before)
        {
            Remove(before);
        }

        rows[row.Id] = row;
        LastId = Math.Max(LastId, row.Id);
        Count++;
        foreach (var field in indexed)
        {
            Index(field, row.Cells[field.Cell], row.Id);
        }

        database.Journal?.Add(() => Remove(row));
    }

    public void Set(Row row, Field field, object? value)
    {
        var before = row.Cells[field.Cell];
        if (Equals(before, value))
        {
            return;
        }

        Unindex(field, before, row.Id);
        row.Cells[field.Cell] = value;
        Index(field, value, row.Id);
        database.Journal?.Add(() => Set(row, field, before));
    }

    public void Remove(Row row)
    {
        foreach (var field in indexed)
        {
            Unindex(field, row.Cells[field.Cell], row.Id);
        }

        rows[row.Id] = null;
        Count--;
        database.Journal?.Add(() => Insert(row));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Index(Field field, object? value, int id)
    {
        switch (value)
        {
            case int target when references.TryGetValue(field, out var index):
                index.Add(target, id);
                break;
            case int[] targets when references.TryGetValue(field, out var index):
                foreach (var target in targets)
                {
                    index.Add(target, id);
                }

                break;
            case string text when texts.TryGetValue(field, out var index):
                (index.TryGetValue(text, out var ids) ? ids : index[text] = []).Add(id);
                break;
        }
    }

    private void Unindex(Field field, object? value, int id)
    {
        switch (value)
        {
            case int target when references.TryGetValue(field, out var index):
                index.Remove(target, id);
                break;
            case int[] targets when references.TryGetValue(field, out var index):
                foreach (var target in targets)
                {
                    index.Remove(target, id);
                }

                break;
            case string text when texts.TryGetValue(field, out var index):
                index[text].Remove(id);
                break;
        }
    }
}
