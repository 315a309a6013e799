using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>Creating, changing, copying and deleting.</summary>
internal static class WriteMethods
{
    private static readonly HashSet<string> NotCopied =
        ["id", "display_name", "name", "state", "create_uid", "create_date", "write_uid", "write_date", "ticket_ref", "locked", "invoice_status", "delivery_status", "login"];

    public static IReadOnlyList<Method> All { get; } =
    [
        new("create", null, OnRecords: false, Changes: true, new("BaseModel.create", "vals_list"), Create),
        Method.Changing("write", "vals", Write),
        Method.Changing("unlink", "", Unlink),
        Method.Changing("copy", "default=", Copy),
        Method.Reading("copy_data", "default=", CopyData),
        Method.Changing("action_archive", "", call => Archive(call, false)),
        Method.Changing("action_unarchive", "", call => Archive(call, true)),
    ];

    private static object Create(Call call) => call["vals_list"] switch
    {
        IReadOnlyDictionary<string, object?> values => RecordWriter.Create(call.Session, call.Model, values).Id,
        IReadOnlyList<object?> list => list.Select(v => RecordWriter.Create(call.Session, call.Model, Values(v)).Id).ToArray(),
        var other => throw Fault.Value($"create() argument must be a dictionary or a list of dictionaries, not {Python.Repr(other)}"),
    };

    private static object Write(Call call)
    {
        RecordWriter.Write(call.Session, call.Model, call.Rows(), Values(call["vals"]));
        return true;
    }

    private static object Unlink(Call call)
    {
        RecordWriter.Unlink(call.Session, call.Model, call.Rows());
        return true;
    }

    private static object Copy(Call call)
    {
        var over = call["default"] as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        return call.Records("read").Select(r => Copied(call.Session, r, over).Id).ToArray();
    }

    /// <summary>The values a copy would be made of, without making it.</summary>
    private static List<object?> CopyData(Call call)
    {
        var over = call["default"] as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        return [.. call.Records("read").Select(r => (object?)Copyable(r).Where(v => call.Session.Rights.Sees(r.Model, r.Model[v.Key]))
            .Concat(over).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value))];
    }

    private static bool Archive(Call call, bool active)
    {
        if (call.Model.Find("active") is not null)
        {
            RecordWriter.Write(call.Session, call.Model, call.Rows(), new Dictionary<string, object?> { ["active"] = active });
        }

        return true;
    }

    private static Row Copied(Session session, Record record, IReadOnlyDictionary<string, object?> over)
    {
        var values = Copyable(record).Concat(over).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        if (record.Model.Find("name") is { IsRequired: true, IsPlain: true } && !values.ContainsKey("name") && record.Model.Name is not ("sale.order" or "purchase.order"))
        {
            values["name"] = record.Text("name") + " (copy)";
        }

        return RecordWriter.Create(session, record.Model, values);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Copyable(Record record)
    {
        var format = new RowFormat(record.Session, withNames: false);
        foreach (var field in record.Model.Fields.Where(f => !NotCopied.Contains(f.Name) && !f.Flags.HasFlag(FieldFlags.NotStored)))
        {
            if (field.Name == "order_line")
            {
                yield return new(field.Name, record.Many(field.Name).Select(line => (object?)new List<object?> { 0L, 0L, CopiedLine(line) }).ToList());
            }
            else if (field is { Cell: >= 0, Kind: not FieldKind.One2many } && record[field.Name] is { } value)
            {
                yield return new(field.Name, value switch
                {
                    int[] ids => ids.Select(i => (object?)(long)i).ToList(),
                    int id => (long)id,
                    _ => format.Value(field, value),
                });
            }
        }
    }

    private static Dictionary<string, object?> CopiedLine(Record line)
        => Copyable(line).Where(v => v.Key is not ("order_id" or "move_ids" or "qty_delivered" or "qty_invoiced" or "qty_received"))
            .Append(new("name", line["name"])).ToDictionary();

    private static IReadOnlyDictionary<string, object?> Values(object? value)
        => value as IReadOnlyDictionary<string, object?> ?? throw Fault.Attribute($"'{(value is IReadOnlyList<object?> ? "list" : value is string ? "str" : "NoneType")}' object has no attribute 'items'");
}
