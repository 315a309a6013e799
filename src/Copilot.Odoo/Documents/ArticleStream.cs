using System.Globalization;
using System.Net;
using System.Text;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Documents;

/// <summary>Articles of Odoo's Knowledge application, where it is installed.</summary>
internal sealed class ArticleStream(IOdooClient client) : IDocumentStream
{
    private static readonly Caller Account = ServiceAccount.Of("default");

    /// <inheritdoc/>
    public string Name => "knowledge.article";

    /// <inheritdoc/>
    public async IAsyncEnumerable<OdooRow> IdsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await IsThereAsync(cancellationToken))
        {
            await foreach (var row in client.ReadAllAsync(Account, Query(null, "write_date"), cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FeedEntry>> EntriesAsync(string? since, CancellationToken cancellationToken)
    {
        var entries = new List<FeedEntry>();
        if (await IsThereAsync(cancellationToken))
        {
            await foreach (var row in client.ReadAllAsync(Account, Query(since, "name", "write_date"), cancellationToken))
            {
                entries.Add(EntryOf(row));
            }
        }

        return entries;
    }

    /// <inheritdoc/>
    public async Task<bool> FetchAsync(int id, string path, CancellationToken cancellationToken)
    {
        var rows = await client.ReadAsync(Account, Name, [id], ["name", "body"], cancellationToken);
        if (rows is not [var article])
        {
            return false;
        }

        var title = WebUtility.HtmlEncode(article.Text("name") ?? string.Empty);
        var html = $"<!doctype html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body><main>{article.Text("body")}</main></body></html>";
        await File.WriteAllTextAsync(path, html, Encoding.UTF8, cancellationToken);
        return true;
    }

    private FeedEntry EntryOf(OdooRow row)
    {
        var record = new RecordRef(Name, row.Id);
        var name = row.Text("name") is { Length: > 0 } given ? given : "Untitled article";
        return new FeedEntry
        {
            Key = $"{Name}:{row.Id.ToString(CultureInfo.InvariantCulture)}",
            Name = $"article-{row.Id.ToString(CultureInfo.InvariantCulture)}.html",
            Title = name,
            Version = row.Text("write_date") ?? string.Empty,
            Gate = record,
            Uri = client.RecordUri(record),
        };
    }

    private OdooQuery Query(string? since, params string[] fields)
        => new() { Model = Name, Domain = since is null ? OdooDomain.All : OdooDomain.Where("write_date", ">=", since), Fields = fields };

    private async Task<bool> IsThereAsync(CancellationToken cancellationToken)
        => await client.HasModelAsync(Account, Name, cancellationToken) && await client.MayReadAsync(Account, Name, cancellationToken);
}
