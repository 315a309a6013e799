using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Desk.Memory;
using Copilot.Documents.Desk.Stores;
using Microsoft.Extensions.Options;

namespace Copilot.Documents.Desk;

/// <summary>Reads what waits on the desk, one document after the other; several nodes may do so at the same time. What can't be read is put off or given up, with the reason.</summary>
public sealed class DeskQueue
{
    // Longer than any reading takes; a node that dies is noticed before that.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    private readonly DeskStore _documents;
    private readonly DeskFileStore _files;
    private readonly DeskReader _reader;
    private readonly INodeRoster _roster;
    private readonly DeskOptions _options;
    private readonly TimeProvider _time;

    internal DeskQueue(DeskStore documents, DeskFileStore files, DeskReader reader, INodeRoster roster, IOptions<DeskOptions> options, TimeProvider time)
        => (_documents, _files, _reader, _roster, _options, _time) = (documents, files, reader, roster, options.Value, time);

    /// <summary>Reads the document that is due.</summary>
    /// <param name="noted">Notes a fault of ours and gives the id under which it is found in the logs.</param>
    /// <param name="cancellationToken">Stops the reading; the document waits on.</param>
    /// <returns>The documents that came of it, as they stand now; none when nothing is due.</returns>
    public async Task<IReadOnlyList<DeskDocument>> ReadNextAsync(Func<Exception, string> noted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(noted);
        var now = _time.GetUtcNow();
        if (!await _documents.IsDueAsync(now, cancellationToken))
        {
            return [];
        }

        var node = await _roster.EnterAsync(cancellationToken);
        var gone = await _roster.GoneAsync([.. await _documents.NodesAsync(cancellationToken)], cancellationToken);
        if (await _documents.TakeAsync(node, gone, now, now + Lease, cancellationToken) is not { } taken)
        {
            return [];
        }

        if (taken.Attempts > _options.Attempts)
        {
            // Whoever began to read it died every time.
            return await GiveUpAsync(taken, node, string.Create(CultureInfo.InvariantCulture, $"It was begun {taken.Attempts - 1} times and never finished; the file may be too much for this service."), cancellationToken);
        }

        try
        {
            return await ReadAsync(taken, node, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await _documents.KeepAsync(taken with { Attempts = taken.Attempts - 1 }, node, [], [], new DeskEvent(_time.GetUtcNow(), DeskEvent.Desk, "put_off", "the service was stopped"), CancellationToken.None);
            throw;
        }
        catch (CopilotException told) when (!told.IsTransient)
        {
            return await GiveUpAsync(taken, node, told.Message, cancellationToken);
        }
        catch (CopilotException told)
        {
            return await PutOffAsync(taken, node, told.Message, cancellationToken);
        }
        catch (Exception fault) when (fault is not System.Data.Common.DbException)
        {
            // One file that we can't cope with must not keep the others from being read.
            return await PutOffAsync(taken, node, $"Something went wrong on our side (id {noted(fault)}).", cancellationToken);
        }
    }

    /// <summary>Removes documents that nobody needs any more, with their files.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was removed.</returns>
    public Task<IReadOnlyList<DeskDocument>> ExpireAsync(CancellationToken cancellationToken)
        => _documents.ExpireAsync(_time.GetUtcNow().AddDays(-_options.KeepDays), _time.GetUtcNow().AddDays(-_options.RejectedKeepDays), cancellationToken);

    private async Task<IReadOnlyList<DeskDocument>> ReadAsync(DeskDocument taken, string node, CancellationToken cancellationToken)
    {
        var content = await _files.FileAsync(taken.Tenant, taken.Hash, cancellationToken) ?? throw new CopilotException($"The file of \"{taken.File}\" is not in the store any more; send it again.");
        var (read, pages) = await _reader.ReadAsync(taken, content, cancellationToken);
        var others = read.Skip(1).Select((r, i) => taken with { Id = Guid.NewGuid().ToString("n"), Part = i + 1, Version = 1 }).ToList();
        var documents = new[] { taken with { Version = taken.Version + 1 } }.Concat(others).Zip(read, (d, r) => d with
        {
            State = r.Document.NeedsReview || r.Document.Type == BusinessDocumentType.Other ? DeskState.NeedsReview : DeskState.Read,
            Extraction = r.Document,
            Learned = r.Learned,
            Reason = null,
            DueAt = null,
        }).ToList();
        var happened = new DeskEvent(_time.GetUtcNow(), DeskEvent.Desk, "read", read[0].Learned.Count == 0 ? read[0].Document.Format : $"{read[0].Document.Format}; {string.Join("; ", read[0].Learned)}");
        return await _documents.KeepAsync(documents[0], node, [.. documents.Skip(1)], [.. pages.Select(DeskFileStore.Row)], happened, cancellationToken) ? documents : [];
    }

    private async Task<IReadOnlyList<DeskDocument>> PutOffAsync(DeskDocument taken, string node, string because, CancellationToken cancellationToken)
    {
        if (taken.Attempts >= _options.Attempts)
        {
            return await GiveUpAsync(taken, node, because, cancellationToken);
        }

        var now = _time.GetUtcNow();
        var later = taken with { DueAt = now + DeskOptions.PauseAfter(taken.Attempts), Reason = because };
        return await _documents.KeepAsync(later, node, [], [], new DeskEvent(now, DeskEvent.Desk, "put_off", because), cancellationToken) ? [later] : [];
    }

    private async Task<IReadOnlyList<DeskDocument>> GiveUpAsync(DeskDocument taken, string node, string because, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var failed = taken with { State = DeskState.Failed, Reason = because, DueAt = null, SettledAt = now, Version = taken.Version + 1 };
        return await _documents.KeepAsync(failed, node, [], [], new DeskEvent(now, DeskEvent.Desk, "failed", because), cancellationToken) ? [failed] : [];
    }
}
