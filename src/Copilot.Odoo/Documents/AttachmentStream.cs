using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Documents;

/// <summary>Attachments that hang on everyday records.</summary>
internal sealed class AttachmentStream(IOdooClient client, OdooTranslator translator) : IDocumentStream
{
    /// <summary>Larger files would not fit into one answer of Odoo, which carries them as base64.</summary>
    private const int LargestBytes = 20 * 1024 * 1024;

    private static readonly Caller Account = ServiceAccount.Of("default");
    private static readonly string[] Described = ["name", "res_model", "res_id", "company_id", "checksum", "file_size", "write_date"];

    /// <inheritdoc/>
    public string Name => "ir.attachment";

    /// <inheritdoc/>
    public async IAsyncEnumerable<OdooRow> IdsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new OdooQuery { Model = Name, Domain = await DomainAsync(cancellationToken), Fields = ["write_date"] };
        await foreach (var row in client.ReadAllAsync(Account, query, cancellationToken))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FeedEntry>> EntriesAsync(string? since, CancellationToken cancellationToken)
    {
        var domain = await DomainAsync(cancellationToken);
        var query = new OdooQuery { Model = Name, Domain = since is null ? domain : domain.And("write_date", ">=", since), Fields = Described };
        var rows = new List<OdooRow>();
        await foreach (var row in client.ReadAllAsync(Account, query, cancellationToken))
        {
            rows.Add(row);
        }

        var dialect = await translator.DialectAsync(cancellationToken);
        var entries = new List<FeedEntry>(rows.Count);
        foreach (var group in rows.GroupBy(r => dialect.ModelNow(r.Text("res_model")!)))
        {
            var holders = await HoldersAsync(group.Key, [.. group.Select(r => r.Whole("res_id"))], cancellationToken);
            entries.AddRange(group.Where(r => holders.ContainsKey(r.Whole("res_id"))).Select(r => EntryOf(r, group.Key, holders[r.Whole("res_id")])));
        }

        return [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<bool> FetchAsync(int id, string path, CancellationToken cancellationToken)
    {
        var about = await client.ReadAsync(Account, Name, [id], ["name", "file_size"], cancellationToken);
        if (about.Count == 0)
        {
            return false;
        }

        if (about[0].Whole("file_size") > LargestBytes)
        {
            throw new CopilotException(FormattableString.Invariant(
                $"\"{about[0].Text("name")}\" has {about[0].Whole("file_size") / (1024 * 1024)} MB; attachments of Odoo are read up to {LargestBytes / (1024 * 1024)} MB. Put the file into the knowledge folder."));
        }

        var rows = await client.ReadAsync(Account, Name, [id], ["datas"], cancellationToken);
        if (rows is not [var row])
        {
            return false;
        }

        await File.WriteAllBytesAsync(path, Convert.FromBase64String(row.Text("datas") ?? string.Empty), cancellationToken);
        return true;
    }

    private FeedEntry EntryOf(OdooRow row, string model, OdooRow holder)
    {
        var record = new RecordRef(model, row.Whole("res_id"));
        var file = row.Text("name") ?? "attachment";
        var names = DocumentHolder.All.First(h => h.Model == model).Names
            .Select(f => holder.Link(f)?.Name ?? holder.Text(f)).OfType<string>().Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);
        return new FeedEntry
        {
            Key = $"{Name}:{row.Id.ToString(CultureInfo.InvariantCulture)}",
            Name = file,
            Title = $"{Path.GetFileNameWithoutExtension(file)} ({holder.Text("display_name") ?? model})",
            Version = $"{row.Text("checksum") ?? row.Text("write_date")}",
            Gate = record,
            Company = (holder.Link("company_id") ?? (holder.Has("company_id") ? null : row.Link("company_id")))?.Name,
            About = [.. names],
            Uri = client.RecordUri(record),
        };
    }

    /// <summary>The records the documents hang on; those that are gone are left out.</summary>
    private async Task<Dictionary<int, OdooRow>> HoldersAsync(string model, IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var holder = DocumentHolder.All.First(h => h.Model == model);
        string[] fields = [.. holder.Names.Append("display_name").Append("company_id").Distinct(StringComparer.Ordinal)];
        var rows = new Dictionary<int, OdooRow>();
        foreach (var some in ids.Distinct().Chunk(1000))
        {
            var page = await client.SearchReadAsync(
                Account, new OdooQuery { Model = model, Domain = OdooDomain.Where("id", "in", some), Fields = fields, Limit = some.Length, WithArchived = true }, cancellationToken);
            foreach (var row in page.Rows)
            {
                rows[row.Id] = row;
            }
        }

        return rows;
    }

    private async Task<OdooDomain> DomainAsync(CancellationToken cancellationToken)
    {
        var dialect = await translator.DialectAsync(cancellationToken);
        var models = new List<string>();
        foreach (var holder in DocumentHolder.All)
        {
            if (await client.HasModelAsync(Account, holder.Model, cancellationToken) && await client.MayReadAsync(Account, holder.Model, cancellationToken))
            {
                models.Add(dialect.Model(holder.Model));
            }
        }

        // Said openly: Odoo leaves field contents out only of searches that name neither the field nor an id.
        return OdooDomain.Where("res_model", "in", models).And("res_id", ">", 0).And("res_field", "=", null).And("type", "=", "binary");
    }
}
