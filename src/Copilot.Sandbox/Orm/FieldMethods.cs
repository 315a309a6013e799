using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Orm;

/// <summary>What a model's fields are, and what a new record starts with.</summary>
internal static class FieldMethods
{
    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Asking("fields_get", "allfields=, attributes=", FieldsGet),
        Method.Asking("default_get", "fields=", DefaultGet),
    ];

    private static Dictionary<string, object?> FieldsGet(Call call)
    {
        var session = call.Session;
        var asked = call.Texts("allfields").ToHashSet(StringComparer.Ordinal);
        var attributes = call.Texts("attributes").ToHashSet(StringComparer.Ordinal);
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in call.Model.Fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if ((asked.Count == 0 || asked.Contains(field.Name)) && !field.Flags.HasFlag(FieldFlags.Secret) && session.Rights.Sees(call.Model, field))
            {
                result[field.Name] = Describe(field).Where(a => attributes.Count == 0 || attributes.Contains(a.Key)).ToDictionary();
            }
        }

        return result;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Describe(Field field)
    {
        var stored = !field.Flags.HasFlag(FieldFlags.NotStored);
        yield return new("change_default", false);
        yield return new("company_dependent", false);
        if (field.IsRelation)
        {
            yield return new("context", new Dictionary<string, object?>());
        }

        yield return new("default_export_compatible", false);
        yield return new("depends", new List<object?>());
        if (field.Kind is FieldKind.Float or FieldKind.Monetary)
        {
            yield return field.Kind == FieldKind.Monetary
                ? new("currency_field", "currency_id")
                : new("digits", new List<object?> { 16, 2 });
        }

        if (field.IsRelation)
        {
            yield return new("domain", new List<object?>());
        }

        yield return new("exportable", true);
        yield return new("groupable", stored && field.Kind is not FieldKind.One2many and not FieldKind.Binary);
        yield return new("manual", false);
        yield return new("name", field.Name);
        yield return new("readonly", field.Flags.HasFlag(FieldFlags.ReadOnly) || field.Name == "id");
        if (field.IsRelation)
        {
            yield return new("relation", field.Relation);
        }

        if (field.Inverse is not null)
        {
            yield return new("relation_field", field.Inverse);
        }

        yield return new("required", field.IsRequired);
        yield return new("searchable", true);
        if (field.Kind == FieldKind.Selection)
        {
            yield return new("selection", field.Selection.Select(s => (object?)new List<object?> { s.Key, s.Value }).ToList());
        }

        yield return new("sortable", stored && !field.IsMany);
        yield return new("store", stored);
        yield return new("string", field.Label);
        if (field.Kind == FieldKind.Char)
        {
            yield return new("trim", true);
        }

        yield return new("type", field.TypeName);
    }

    private static Dictionary<string, object?> DefaultGet(Call call)
    {
        var format = new RowFormat(call.Session, withNames: false);
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in call.Texts("fields"))
        {
            if (call.Session.Context.Members.TryGetValue($"default_{name}", out var given))
            {
                result[name] = given;
            }
            else if (call.Model.Find(name) is { Default: { } standard } field)
            {
                result[name] = format.Value(field, standard(call.Session.AsSystem()));
            }
        }

        return result;
    }
}
