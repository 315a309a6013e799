using System.Collections;
using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>Values to create or write, in the words of the server: field names, changed meanings, and lines within lines.</summary>
internal sealed class OdooWrittenValues(OdooTranslator translator)
{
    /// <summary>The arguments of <c>create</c> and <c>write</c> translated; those of other methods as they are.</summary>
    public async Task<IReadOnlyList<object?>> ArgumentsAsync(Caller caller, OdooDialect dialect, OdooCall call, CancellationToken cancellationToken)
    {
        var place = call.Method switch { "create" => 0, "write" => 1, _ => -1 };
        if (dialect.IsSpoken || place < 0 || call.Arguments.Count <= place)
        {
            return [.. call.Arguments.Select(OdooValue.ToWire)];
        }

        object?[] arguments = [.. call.Arguments];
        arguments[place] = await RecordsAsync(caller, dialect, call.Model, arguments[place], cancellationToken);
        return [.. arguments.Select(OdooValue.ToWire)];
    }

    private async Task<object?> RecordsAsync(Caller caller, OdooDialect dialect, string modelNow, object? records, CancellationToken cancellationToken)
    {
        switch (records)
        {
            case IEnumerable<KeyValuePair<string, object?>> one:
                return await RecordAsync(caller, dialect, modelNow, one, cancellationToken);
            case IEnumerable many and not string:
                var translated = new List<object?>();
                foreach (var record in many)
                {
                    translated.Add(await RecordsAsync(caller, dialect, modelNow, record, cancellationToken));
                }

                return translated;
            default:
                return records;
        }
    }

    private async Task<Dictionary<string, object?>> RecordAsync(Caller caller, OdooDialect dialect, string modelNow, IEnumerable<KeyValuePair<string, object?>> values, CancellationToken cancellationToken)
    {
        var fields = await translator.FieldsAsync(caller, dialect, modelNow, cancellationToken);
        var written = new Dictionary<string, object?>();

        // Rules that refine a plain field (stocked or not refines the type of a product) come after it.
        foreach (var (field, value) in values.OrderBy(v => dialect.Rule(modelNow, v.Key) is { } r && !r.Needs.Contains(v.Key)))
        {
            if (dialect.Rule(modelNow, field) is { } rule)
            {
                var older = rule.Written ?? throw new OdooException(OdooFault.BadCall, $"This server cannot write {modelNow}.{field}.");
                foreach (var (name, made) in older(value).Where(p => fields.ContainsKey(p.Key)))
                {
                    written[name] = made;
                }

                continue;
            }

            // An unknown name stays: dropping what was meant to be written would be silent damage.
            var server = OdooDialect.Field(modelNow, field, fields) ?? field;
            written[server] = fields.TryGetValue(server, out var description) && description is { Relation: { } relation, Type: "one2many" or "many2many" }
                ? await RecordsAsync(caller, dialect, dialect.ModelNow(relation), value, cancellationToken)
                : value;
        }

        return written;
    }
}
