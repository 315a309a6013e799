using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Store;

/// <summary>Puts the generator's records into the tables. An unknown model, field or a value of the wrong type stops the start.</summary>
internal sealed class RecordSink(Database database, DateTime now) : IRecordSink
{
    private const int System = 1;

    // Called tens of thousands of times before the runtime would optimise it by itself; so too in Table and Model.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(string model, Dictionary<string, object?> values)
    {
        var definition = database.Catalog.Find(model)
            ?? throw new InvalidOperationException($"The practice company has no model '{model}'.");
        var table = database[definition];
        var row = new Row(values.TryGetValue("id", out var id) && id is int given ? given : table.LastId + 1, definition.Cells);
        Dictionary<string, object?>? lent = null;
        foreach (var (name, value) in values)
        {
            var field = definition[name];
            if (field.Cell >= 0)
            {
                row.Cells[field.Cell] = Fitting(definition, field, value);
            }
            else if (definition.Delegate is { } parent && field.Path is [var first, var last] && first == parent)
            {
                (lent ??= [])[last] = value;
            }
        }

        Stamp(definition, row);
        table.Insert(row);
        Lend(definition, row, lent);
        return row.Id;
    }

    private void Lend(Model model, Row row, Dictionary<string, object?>? lent)
    {
        if (model.Delegate is null)
        {
            return;
        }

        var link = model[model.Delegate];
        var lender = database.Catalog[link.Relation!];
        if (row.Cells[link.Cell] is not int id)
        {
            database[model].Set(row, link, Add(lender.Name, lent ?? []));
            return;
        }

        var target = database[lender].Find(id)
            ?? throw new InvalidOperationException($"{model.Name} {row.Id} points to {lender.Name} {id}, which is not there yet.");
        foreach (var (name, value) in lent ?? [])
        {
            var field = lender[name];
            if (field.Cell >= 0)
            {
                database[lender].Set(target, field, Fitting(lender, field, value));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Stamp(Model model, Row row)
    {
        Fill("create_date", now);
        Fill("write_date", row.Cells[model["create_date"].Cell]);
        Fill("create_uid", System);
        Fill("write_uid", System);
        if (model.Find("active") is { Cell: >= 0 })
        {
            Fill("active", true);
        }

        void Fill(string name, object? value) => row.Cells[model[name].Cell] ??= value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static object? Fitting(Model model, Field field, object? value)
    {
        return (field.Kind, value) switch
        {
            (_, null) => null,
            (FieldKind.Many2many, int[] ids) => ids,
            (FieldKind.Many2many, IEnumerable<int> ids) => ids.ToArray(),
            (FieldKind.Many2one or FieldKind.Integer or FieldKind.Reference, int whole) => Boxes.Of(whole),
            (FieldKind.Integer, double whole) when Math.Floor(whole).Equals(whole) => Boxes.Of((int)whole),
            (FieldKind.Float or FieldKind.Monetary, double number) => Boxes.Of(number),
            (FieldKind.Float or FieldKind.Monetary, int or decimal) => Boxes.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            (FieldKind.Boolean, bool truth) => Boxes.Of(truth),
            (FieldKind.Date, DateOnly) => value,
            (FieldKind.Date, DateTime moment) => DateOnly.FromDateTime(moment),
            (FieldKind.Datetime, DateTime moment) => WholeSeconds(moment),
            (FieldKind.Datetime, DateTimeOffset moment) => WholeSeconds(moment.UtcDateTime),
            (FieldKind.Datetime, DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            (FieldKind.Selection, string key) => field.Has(key) ? key : throw new InvalidOperationException($"'{key}' is no value of {model.Name}.{field.Name}."),
            (FieldKind.Char or FieldKind.Text or FieldKind.Html or FieldKind.Binary or FieldKind.Json, string) => value,
            _ => throw new InvalidOperationException($"{value} ({value.GetType().Name}) does not fit {model.Name}.{field.Name} ({field.TypeName})."),
        };
    }

    private static DateTime WholeSeconds(DateTime moment)
        => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
