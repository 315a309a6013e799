using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Testing.Exceptions;

/// <summary>A business system of which nothing is known but when its records changed.</summary>
internal sealed class PracticeChanges : IOdooClient
{
    private readonly Dictionary<(string Model, int Id), DateTimeOffset> written = [];

    /// <summary>What every read ends with, while it is set.</summary>
    public OdooFault? Fault { get; set; }

    /// <summary>The models asked for since the last reset, each look once.</summary>
    public List<string> Asked { get; } = [];

    public void Write(string model, int id, DateTimeOffset at) => written[(model, id)] = at;

    public Task<OdooPage> SearchReadAsync(Caller caller, OdooQuery query, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
        {
            throw new OdooException(fault, "as told");
        }

        lock (Asked)
        {
            Asked.Add(query.Model);
        }

        var since = query.Domain.Terms.Count == 0 ? DateTimeOffset.MinValue : Since(query.Domain.Terms[0]!);
        List<OdooRow> rows = [.. written.Where(w => w.Key.Model == query.Model && w.Value >= since).OrderByDescending(w => w.Value).ThenByDescending(w => w.Key.Id).Take(query.Limit).Select(w => Row(w.Key.Id, w.Value))];
        return Task.FromResult(new OdooPage(rows, rows.Count));
    }

    public Task<bool> MayReadAsync(Caller caller, string model, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> HasModelAsync(Caller caller, string model, CancellationToken cancellationToken) => Task.FromResult(model != "product.supplierinfo");

    public string RecordUri(RecordRef record) => FormattableString.Invariant($"http://127.0.0.1/{record.Model}/{record.Id}");

    public Task<IReadOnlyList<OdooRow>> ReadAsync(Caller caller, string model, IReadOnlyCollection<int> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> CountAsync(Caller caller, string model, OdooDomain domain, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<OdooRow>> ReadGroupAsync(Caller caller, OdooGrouping grouping, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<JsonElement?> CallAsync(Caller caller, OdooCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static DateTimeOffset Since(object term)
        => DateTimeOffset.ParseExact((string)((object?[])term)[2]!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static OdooRow Row(int id, DateTimeOffset at) => new(new Dictionary<string, JsonElement>
    {
        ["id"] = JsonSerializer.SerializeToElement(id),
        ["write_date"] = JsonSerializer.SerializeToElement(at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
    });
}
