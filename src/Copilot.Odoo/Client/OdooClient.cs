using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <inheritdoc cref="IOdooClient"/>
internal sealed class OdooClient(
    OdooSession session,
    OdooSchema schema,
    OdooServer server,
    OdooConnection connection,
    OdooTranslator translator,
    IOptions<OdooOptions> options,
    ILogger<OdooClient> logger) : IOdooClient
{
    private const int IdsAtOnce = 2000;

    private readonly OdooGroupReader groups = new(session, translator);
    private readonly OdooWrittenValues written = new(translator);

    public async Task<OdooPage> SearchReadAsync(Caller caller, OdooQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset);
        var dialect = await translator.DialectAsync(cancellationToken);
        var plan = await PlanAsync(caller, dialect, query.Model, query.Fields, cancellationToken);
        var domain = await translator.DomainAsync(caller, dialect, query.Model, query.Domain, cancellationToken);
        var context = Context(query);
        var named = new Dictionary<string, object?> { ["fields"] = plan.Fields, ["offset"] = query.Offset, ["limit"] = query.Limit, ["context"] = context };
        if (await translator.OrderAsync(caller, dialect, query.Model, query.Order, cancellationToken) is { } order)
        {
            named["order"] = order;
        }

        var model = dialect.Model(query.Model);
        var rows = plan.Rows(await session.CallAsync(caller, model, "search_read", [domain], named, isRead: true, cancellationToken));
        var isWhole = rows.Count < query.Limit && (rows.Count > 0 || query.Offset == 0);
        if (!query.WithTotal || isWhole)
        {
            return new OdooPage(rows, query.WithTotal ? query.Offset + rows.Count : rows.Count);
        }

        var total = await session.CallAsync(caller, model, "search_count", [domain], new Dictionary<string, object?> { ["context"] = context }, isRead: true, cancellationToken);
        return new OdooPage(rows, Whole(total));
    }

    public async Task<IReadOnlyList<OdooRow>> ReadAsync(Caller caller, string model, IReadOnlyCollection<int> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var dialect = await translator.DialectAsync(cancellationToken);
        var plan = await PlanAsync(caller, dialect, model, fields, cancellationToken);
        var rows = new List<OdooRow>(ids.Count);
        foreach (var some in ids.Distinct().Chunk(IdsAtOnce))
        {
            rows.AddRange(plan.Rows(await session.CallAsync(
                caller, dialect.Model(model), "read", [some], new Dictionary<string, object?> { ["fields"] = plan.Fields }, isRead: true, cancellationToken)));
        }

        return rows;
    }

    public async Task<int> CountAsync(Caller caller, string model, OdooDomain domain, CancellationToken cancellationToken)
    {
        var dialect = await translator.DialectAsync(cancellationToken);
        var terms = await translator.DomainAsync(caller, dialect, model, domain, cancellationToken);
        return Whole(await session.CallAsync(caller, dialect.Model(model), "search_count", [terms], new Dictionary<string, object?>(), isRead: true, cancellationToken));
    }

    public Task<IReadOnlyList<OdooRow>> ReadGroupAsync(Caller caller, OdooGrouping grouping, CancellationToken cancellationToken)
        => groups.ReadAsync(caller, grouping, cancellationToken);

    public async Task<bool> MayReadAsync(Caller caller, string model, CancellationToken cancellationToken)
        => await schema.MayReadAsync(caller, (await translator.DialectAsync(cancellationToken)).Model(model), cancellationToken);

    public async Task<bool> HasModelAsync(Caller caller, string model, CancellationToken cancellationToken)
        => await schema.FieldsAsync(caller, (await translator.DialectAsync(cancellationToken)).Model(model), cancellationToken) is not null;

    public async Task<JsonElement?> CallAsync(Caller caller, OdooCall call, CancellationToken cancellationToken)
    {
        if (call.Method.Length == 0 || !call.Method.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || call.Method[0] == '_')
        {
            throw new ArgumentException($"'{call.Method}' is not a public method.", nameof(call));
        }

        var dialect = await translator.DialectAsync(cancellationToken);
        var arguments = await written.ArgumentsAsync(caller, dialect, call, cancellationToken);
        var named = call.Named.ToDictionary(n => n.Key, n => OdooValue.ToWire(n.Value));
        return await session.CallAsync(caller, dialect.Model(call.Model), call.Method, arguments, named, call.IsRead, cancellationToken);
    }

    public string RecordUri(RecordRef record)
    {
        var root = (options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl : connection.KnownAddress?.ToString() ?? string.Empty).TrimEnd('/');
        var model = Uri.EscapeDataString(server.Known is { } version ? new OdooDialect(version).Model(record.Model) : record.Model);

        // 18 gave records addresses of their own; before, and before the version is known, the older form that newer ones rewrite.
        return server.Known >= 18
            ? FormattableString.Invariant($"{root}/odoo/{model}/{record.Id}")
            : FormattableString.Invariant($"{root}/web#id={record.Id}&model={model}&view_type=form");
    }

    private static Dictionary<string, object?> Context(OdooQuery query)
    {
        var context = query.Context.ToDictionary(c => c.Key, c => OdooValue.ToWire(c.Value));
        if (query.WithArchived)
        {
            context["active_test"] = false;
        }

        return context;
    }

    private static int Whole(JsonElement? answer)
        => answer is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : throw new OdooException(OdooFault.Server, "Odoo answered something other than a count.");

    private async Task<OdooReadPlan> PlanAsync(Caller caller, OdooDialect dialect, string model, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var plan = new OdooReadPlan(dialect, model, fields, await translator.FieldsAsync(caller, dialect, model, cancellationToken));
        if (plan.LeftOut.Count > 0)
        {
            Log.FieldsLeftOut(logger, model, string.Join(", ", plan.LeftOut));
        }

        return plan;
    }
}
