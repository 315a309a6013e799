using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>Turns requests in the words of Odoo 19 into requests in the words of the server that is asked.</summary>
internal sealed class OdooTranslator(OdooServer server, OdooSchema schema)
{
    public async Task<OdooDialect> DialectAsync(CancellationToken cancellationToken) => new(await server.VersionAsync(cancellationToken));

    /// <summary>The fields of a model, which must exist.</summary>
    public async Task<IReadOnlyDictionary<string, OdooField>> FieldsAsync(Caller caller, OdooDialect dialect, string modelNow, CancellationToken cancellationToken)
        => await schema.FieldsAsync(caller, dialect.Model(modelNow), cancellationToken)
            ?? throw new OdooException(OdooFault.BadCall, $"The server has no model {modelNow}: the application it belongs to is not installed.");

    /// <summary>A domain with every path and value that changed translated.</summary>
    public async Task<object?[]> DomainAsync(Caller caller, OdooDialect dialect, string modelNow, OdooDomain domain, CancellationToken cancellationToken)
    {
        if (dialect.IsSpoken)
        {
            return [.. domain.Terms];
        }

        var terms = new List<object?>(domain.Terms.Count);
        foreach (var term in domain.Terms)
        {
            if (term is object?[] { Length: 3 } leaf)
            {
                terms.AddRange(await LeafAsync(caller, dialect, modelNow, (string)leaf[0]!, (string)leaf[1]!, leaf[2], cancellationToken));
            }
            else
            {
                terms.Add(term);
            }
        }

        return [.. terms];
    }

    /// <summary>An order clause: field names with a direction, nothing else.</summary>
    public async Task<string?> OrderAsync(Caller caller, OdooDialect dialect, string modelNow, string? order, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(order))
        {
            return null;
        }

        var parts = order.Split(',', StringSplitOptions.TrimEntries).Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (parts.Any(p => p.Length is 0 or > 2 || !IsName(p[0]) || (p.Length == 2 && p[1] is not ("asc" or "desc"))))
        {
            throw new ArgumentException("An order clause holds field names, each with asc or desc at most.", nameof(order));
        }

        var fields = await FieldsAsync(caller, dialect, modelNow, cancellationToken);
        return string.Join(", ", parts.Select(p => string.Join(' ', p.Skip(1).Prepend(Column(dialect, modelNow, p[0], fields)))));
    }

    /// <summary>The server's field that orders, groups and sums of a field stand on.</summary>
    public static string Column(OdooDialect dialect, string modelNow, string field, IReadOnlyDictionary<string, OdooField> fields)
        => (dialect.Rule(modelNow, field) is { } rule ? rule.Column : OdooDialect.Field(modelNow, field, fields))
            ?? throw new OdooException(OdooFault.BadCall, $"This server cannot order, group or sum {modelNow} by {field}.");

    private static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private async Task<object?[]> LeafAsync(Caller caller, OdooDialect dialect, string modelNow, string path, string op, object? value, CancellationToken cancellationToken)
    {
        var model = modelNow;
        var walked = new List<string>();
        var steps = path.Split('.');
        foreach (var (step, isLast) in steps.Select((s, i) => (s, i == steps.Length - 1)))
        {
            var fields = await schema.FieldsAsync(caller, dialect.Model(model), cancellationToken);
            if (fields is null)
            {
                break;
            }

            if (isLast && dialect.Rule(model, step) is { } rule)
            {
                var prefix = string.Concat(walked.Select(w => w + "."));
                return rule.Condition?.Invoke(prefix, op, value)
                    ?? [new object?[] { prefix + (rule.Column ?? throw new OdooException(OdooFault.BadCall, $"This server cannot search {model} by {step}.")), op, value }];
            }

            // An unknown name stays as it is: the server says best what is wrong with it.
            var name = OdooDialect.Field(model, step, fields) ?? step;
            walked.Add(name);
            if (!fields.TryGetValue(name, out var field) || field.Relation is null)
            {
                break;
            }

            model = dialect.ModelNow(field.Relation);
        }

        return [new object?[] { string.Join('.', walked.Concat(steps.Skip(walked.Count))), op, value }];
    }
}
