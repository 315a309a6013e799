using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Microsoft.Extensions.Logging;

namespace Copilot.Odoo.Documents;

/// <summary>
/// Documents in Odoo: attachments of everyday records and, where the application is there, Knowledge articles. Listed and fetched
/// with the service account; who may read one is asked of Odoo in the reader's own name, each time.
/// </summary>
internal sealed class OdooDocumentFeed(IOdooClient client, AttachmentStream attachments, ArticleStream articles, ILogger<OdooDocumentFeed> logger) : IDocumentFeed
{
    private const int IdsAtOnce = 1000;

    /// <inheritdoc/>
    public string Name => "odoo";

    /// <inheritdoc/>
    public async Task<FeedChanges> ChangesAsync(string? since, CancellationToken cancellationToken)
    {
        try
        {
            var (before, next) = (FeedMark.Read(since), new FeedMark());
            var (changed, gone) = (new List<FeedEntry>(), new List<string>());
            foreach (var stream in new IDocumentStream[] { attachments, articles })
            {
                await FollowAsync(stream, before, next, changed, gone, cancellationToken);
            }

            return new FeedChanges(changed, gone, next.Write());
        }
        catch (OdooException e)
        {
            throw Told(e);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> FetchAsync(FeedEntry entry, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var at = entry.Key.LastIndexOf(':');
        var stream = entry.Key[..at] == articles.Name ? (IDocumentStream)articles : attachments;
        try
        {
            return await stream.FetchAsync(int.Parse(entry.Key[(at + 1)..], CultureInfo.InvariantCulture), path, cancellationToken);
        }
        catch (OdooException e) when (e.Fault is OdooFault.MissingRecord)
        {
            return false;
        }
        catch (OdooException e)
        {
            throw Told(e);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<RecordRef>> ReadableAsync(Caller caller, IReadOnlyCollection<RecordRef> records, CancellationToken cancellationToken)
    {
        var readable = new HashSet<RecordRef>();
        foreach (var some in records.GroupBy(r => r.Model).SelectMany(g => g.Select(r => r.Id).Distinct().Chunk(IdsAtOnce).Select(ids => (Model: g.Key, Ids: ids))))
        {
            try
            {
                if (!await client.MayReadAsync(caller, some.Model, cancellationToken))
                {
                    continue;
                }

                var page = await client.SearchReadAsync(
                    caller,
                    new OdooQuery { Model = some.Model, Domain = OdooDomain.Where("id", "in", some.Ids), Fields = ["id"], Limit = IdsAtOnce, WithArchived = true },
                    cancellationToken);
                readable.UnionWith(page.Rows.Select(r => new RecordRef(some.Model, r.Id)));
            }
            catch (Exception e) when (e is OdooException or CopilotException)
            {
                // What can't be found out may not be read.
                Log.GateUnknown(logger, some.Model, some.Ids.Length, (e as OdooException)?.Fault.ToString() ?? "no account");
            }
        }

        return readable;
    }

    private static async Task FollowAsync(
        IDocumentStream stream, FeedMark before, FeedMark next, List<FeedEntry> changed, List<string> gone, CancellationToken cancellationToken)
    {
        var ids = new List<int>();
        string? last = null;
        var known = before.Changed.GetValueOrDefault(stream.Name);
        await foreach (var row in stream.IdsAsync(cancellationToken))
        {
            ids.Add(row.Id);
            last = string.CompareOrdinal(row.Text("write_date"), last) > 0 ? row.Text("write_date") : last;
        }

        // A record written while others were read may carry an earlier moment than the last one seen: some minutes are read again.
        var from = known is null ? null : Earlier(known);
        changed.AddRange(await stream.EntriesAsync(from, cancellationToken));
        var present = ids.ToHashSet();
        gone.AddRange(FeedMark.IdsOf(before.Ids.GetValueOrDefault(stream.Name, string.Empty)).Where(id => !present.Contains(id)).Select(id => $"{stream.Name}:{id.ToString(CultureInfo.InvariantCulture)}"));
        next.Ids[stream.Name] = FeedMark.Runs(ids);
        if ((last ?? known) is { } mark)
        {
            next.Changed[stream.Name] = mark;
        }
    }

    private static string Earlier(string moment)
        => DateTime.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.AddMinutes(-5).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : moment;

    private static CopilotException Told(OdooException fault)
        => fault.Fault switch
        {
            OdooFault.LoginRefused => new("Odoo refused the service account; correct Copilot__Odoo__Service__Login and Copilot__Odoo__Service__Secret.", fault),
            OdooFault.AccessDenied => new("The service account may not read attachments in Odoo; give it the rights of an internal user.", fault),
            OdooFault.Unreachable or OdooFault.TimedOut => new("Odoo does not answer; its documents stay as they are until it does.", fault),
            _ => new("Odoo could not list its documents; its documents stay as they are. Its log says why.", fault),
        };
}
