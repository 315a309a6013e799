using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>The commands 0 to 6 with which a one2many or many2many is written.</summary>
internal static class LinkCommands
{
    public static void Apply(Session session, Model model, Row owner, Field field, object? value)
    {
        foreach (var command in Commands(value))
        {
            Apply(session, model, owner, field, command);
        }
    }

    /// <summary>A plain list of ids replaces the set; false and null leave nothing.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Commands(object? value) => value switch
    {
        null or false => [[5L, 0L, 0L]],
        IReadOnlyList<object?> list when list.All(i => i is long) => [[6L, 0L, list]],
        IReadOnlyList<object?> list => list.Select(i => i is IReadOnlyList<object?> { Count: > 0 } command ? command : throw Wrong(value)),
        _ => throw Wrong(value),
    };

    private static void Apply(Session session, Model model, Row owner, Field field, IReadOnlyList<object?> command)
    {
        var comodel = session.Catalog[field.Relation!];
        var id = command.Count > 1 ? Python.Int(command[1]) : 0;
        switch (command[0])
        {
            case 0L:
                var values = new Dictionary<string, object?>(Members(command));
                if (field.Kind == FieldKind.One2many)
                {
                    values[field.Inverse!] = (long)owner.Id;
                }

                var created = RecordWriter.Create(session, comodel, values);
                if (field.Kind == FieldKind.Many2many)
                {
                    Link(session, model, owner, field, created.Id, linked: true);
                }

                break;
            case 1L:
                RecordWriter.Write(session, comodel, [Existing(session, comodel, id)], Members(command));
                break;
            case 2L:
                RecordWriter.Unlink(session, comodel, [Existing(session, comodel, id)]);
                break;
            case 3L:
                Link(session, model, owner, field, id, linked: false);
                break;
            case 4L:
                Link(session, model, owner, field, Existing(session, comodel, id).Id, linked: true);
                break;
            case 5L:
                Replace(session, model, owner, field, []);
                break;
            case 6L:
                Replace(session, model, owner, field, [.. (command.Count > 2 ? command[2] as IReadOnlyList<object?> ?? [] : []).Select(i => Existing(session, comodel, Python.Int(i)).Id)]);
                break;
            default:
                throw Wrong(command);
        }
    }

    private static void Replace(Session session, Model model, Row owner, Field field, int[] ids)
    {
        foreach (var gone in (session.Value(model, owner, field) as int[] ?? []).Except(ids).ToArray())
        {
            Link(session, model, owner, field, gone, linked: false);
        }

        foreach (var id in ids)
        {
            Link(session, model, owner, field, id, linked: true);
        }
    }

    private static void Link(Session session, Model model, Row owner, Field field, int id, bool linked)
    {
        if (field.Kind == FieldKind.One2many)
        {
            var comodel = session.Catalog[field.Relation!];
            var row = Existing(session, comodel, id);
            if (!linked && comodel[field.Inverse!].IsRequired)
            {
                RecordWriter.Unlink(session, comodel, [row]);
                return;
            }

            RecordWriter.Write(session, comodel, [row], new Dictionary<string, object?> { [field.Inverse!] = linked ? (long)owner.Id : false });
            return;
        }

        if (field.Cell < 0)
        {
            return;
        }

        var before = owner.Cells[field.Cell] as int[] ?? [];
        if (before.Contains(id) != linked)
        {
            session.Database[model].Set(owner, field, linked ? [.. before, id] : before.Where(i => i != id).ToArray());
        }
    }

    private static Row Existing(Session session, Model comodel, int id)
        => session.Database[comodel].Find(id) ?? throw Fault.Missing(comodel.Name, id, session.UserId);

    private static IReadOnlyDictionary<string, object?> Members(IReadOnlyList<object?> command)
        => command.Count > 2 && command[2] is IReadOnlyDictionary<string, object?> members ? members : throw Wrong(command);

    private static Fault Wrong(object? value) => Fault.Value($"Wrong value for a relational command: {Python.Repr(value)}");
}
