using Copilot.Sandbox.Query;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Orm;

/// <summary>Turns a value of <c>create</c> or <c>write</c> into what a row holds, refusing what does not fit as Odoo does.</summary>
internal static class FieldValue
{
    public static object? From(Session session, Model model, Field field, object? value) => field.Kind switch
    {
        FieldKind.Boolean => !Python.IsFalsy(value),
        FieldKind.Integer => Python.Int(value),
        FieldKind.Reference => Python.IsFalsy(value) ? null : Python.Int(value),
        FieldKind.Float or FieldKind.Monetary => Python.Float(value),
        FieldKind.Date => MomentText.InValues(value, isDate: true) is { } moment ? DateOnly.FromDateTime(moment) : null,
        FieldKind.Datetime => MomentText.InValues(value, isDate: false),
        FieldKind.Selection => Choice(model, field, value),
        FieldKind.Many2one => Target(session, field, value),
        FieldKind.Json => value,
        _ => value is null or false ? null : Python.Str(value),
    };

    private static string? Choice(Model model, Field field, object? value)
        => value is null or false ? null
            : value is string key && field.Has(key) ? key
            : throw Fault.Value($"Wrong value for {model.Name}.{field.Name}: {Python.Repr(value)}");

    private static int? Target(Session session, Field field, object? value)
    {
        if (value is null or false or "" or 0L)
        {
            return null;
        }

        var id = value is IReadOnlyList<object?> { Count: 2 } pair ? Python.Int(pair[0]) : Python.Int(value);
        return session.Database[field.Relation!].Find(id) is null ? throw Fault.Missing(field.Relation!, id, session.UserId) : id;
    }
}
