using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Exceptions.Watching;

/// <summary>
/// Follows models by <c>write_date</c>: one small read for each. The window begins shortly before the latest that was seen, because Odoo writes the moment a transaction began, not
/// the one it ended; what was seen in that overlap already is no change. Deleted records leave no trace here.
/// </summary>
internal sealed class ChangeLook(IOdooClient client)
{
    private const int Most = 200;

    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private static readonly string[] Fields = ["write_date"];

    /// <summary>Looks.</summary>
    /// <param name="caller">Whose rights.</param>
    /// <param name="models">The models; those the server does not have or the account may not read are left out.</param>
    /// <param name="before">The marks of the time before; a model without one counts as changed.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The models that changed, and the new marks.</returns>
    public async Task<(IReadOnlySet<string> Changed, IReadOnlyDictionary<string, ModelMark> Marks)> LookAsync(
        Caller caller, IReadOnlyCollection<string> models, IReadOnlyDictionary<string, ModelMark> before, CancellationToken cancellationToken)
    {
        var looks = await Task.WhenAll(models.Select(async model => (Model: model, Mark: await MarkAsync(caller, model, before.GetValueOrDefault(model), cancellationToken))));
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var marks = new Dictionary<string, ModelMark>(StringComparer.Ordinal);
        foreach (var (model, mark) in looks)
        {
            if (mark is null)
            {
                continue;
            }

            marks[model] = mark;
            if (!before.TryGetValue(model, out var old) || mark.Seen.Except(old.Seen, StringComparer.Ordinal).Any())
            {
                changed.Add(model);
            }
        }

        return (changed, marks);
    }

    private async Task<ModelMark?> MarkAsync(Caller caller, string model, ModelMark? before, CancellationToken cancellationToken)
    {
        if (!await client.HasModelAsync(caller, model, cancellationToken) || !await client.MayReadAsync(caller, model, cancellationToken))
        {
            return null;
        }

        var domain = before?.Latest is { } latest ? OdooDomain.Where("write_date", ">=", latest - Overlap) : OdooDomain.All;
        var page = await client.SearchReadAsync(
            caller, new OdooQuery { Model = model, Domain = domain, Fields = Fields, Order = "write_date desc, id desc", Limit = Most, WithArchived = true }, cancellationToken);
        var newest = page.Rows.Select(r => r.Moment("write_date")).OfType<DateTimeOffset>().DefaultIfEmpty(before?.Latest ?? DateTimeOffset.MinValue).Max();
        if (newest == DateTimeOffset.MinValue)
        {
            return new ModelMark(null, []);
        }

        // Only what the next look can meet again is remembered.
        var seen = page.Rows.Where(r => r.Moment("write_date") >= newest - Overlap).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id}@{r.Text("write_date")}"));
        return new ModelMark(newest, [.. seen]);
    }
}
