using System.Globalization;
using System.Security.Cryptography;
using Copilot.Contracts;
using Copilot.Documents.Desk.Memory;
using Copilot.Documents.Desk.Reviewing;
using Copilot.Documents.Desk.Stores;
using Copilot.Documents.Extraction.Pages;
using Microsoft.Extensions.Options;

namespace Copilot.Documents.Desk;

/// <summary>The reading desk: business documents arrive, are listed, corrected, confirmed and rejected. People see those of their companies; who may come here at all is for the caller to check.</summary>
public sealed class DocumentDesk
{
    private const int LongestName = 200;
    private const int MostRows = 200;

    private readonly DeskStore _documents;
    private readonly DeskFileStore _files;
    private readonly SupplierMemory _memory;
    private readonly DeskOptions _options;
    private readonly TimeProvider _time;

    internal DocumentDesk(DeskStore documents, DeskFileStore files, SupplierMemory memory, IOptions<DeskOptions> options, TimeProvider time)
        => (_documents, _files, _memory, _options, _time) = (documents, files, memory, options.Value, time);

    /// <summary>Gets the largest document that is taken, in bytes.</summary>
    public long LargestBytes => _options.LargestBytes;

    /// <summary>Takes a document; it is read later. The same file for the same company is kept once.</summary>
    /// <param name="arrival">The document.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The document, and whether it was there before.</returns>
    /// <exception cref="CopilotException">It is empty or too large.</exception>
    public async Task<Received> ReceiveAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        var name = Name(arrival.File);
        if (arrival.Content.Length == 0)
        {
            throw new CopilotException($"\"{name}\" is empty; ask the sender for it again.");
        }

        if (arrival.Content.Length > _options.LargestBytes)
        {
            throw new CopilotException($"\"{name}\" has {arrival.Content.Length >> 20} MB; documents of up to {_options.LargestMegabytes} MB are taken. Ask the sender to split it.");
        }

        var document = new DeskDocument
        {
            Id = Guid.NewGuid().ToString("n"),
            Tenant = arrival.Tenant,
            Company = arrival.Company,
            File = name,
            Hash = Convert.ToHexStringLower(SHA256.HashData(arrival.Content)),
            Length = arrival.Content.Length,
            Source = arrival.Source,
            From = Clean(arrival.From, "somebody"),
            ArrivedAt = _time.GetUtcNow(),
            State = DeskState.New,
        };
        var (there, wasThere) = await _documents.PutAsync(document, arrival.Content, cancellationToken);
        return new Received(there, wasThere);
    }

    /// <summary>Lists the documents of a person's companies.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A page of them.</returns>
    public Task<DeskList> ListAsync(Caller caller, DeskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(query);
        return _documents.ListAsync(caller.Tenant, Companies(caller), query with { Top = Math.Clamp(query.Top, 1, MostRows), Skip = Math.Max(0, query.Skip) }, cancellationToken);
    }

    /// <summary>Opens a document.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The document with its history; null when there is none that the person may see.</returns>
    public async Task<DeskDetail?> OpenAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await FindAsync(caller, id, cancellationToken) is not { } document)
        {
            return null;
        }

        var pages = DocumentPages.Of(await _files.PagesAsync(caller.Tenant, document.Hash, cancellationToken), document.Extraction);
        return new DeskDetail(
            document,
            await _documents.EventsAsync(id, cancellationToken),
            [.. pages.Select(p => new DeskPage(p.Number, Math.Round(p.Width, 1), Math.Round(p.Height, 1)))],
            await _documents.NextAsync(caller.Tenant, Companies(caller), document, cancellationToken));
    }

    /// <summary>Corrects a document.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="change">The corrections. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What became of it.</returns>
    public Task<DeskVerdict> CorrectAsync(Caller caller, string id, DeskChange change, CancellationToken cancellationToken)
        => DecideAsync(caller, id, change, d => d.IsOpen, (review, document, reader) => review.Correct(document, change, reader), cancellationToken);

    /// <summary>Confirms a document, with the last corrections; what was corrected is learned.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="change">The corrections, and whether failing checks are passed over. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What became of it.</returns>
    public async Task<DeskVerdict> ConfirmAsync(Caller caller, string id, DeskChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var verdict = await DecideAsync(
            caller,
            id,
            change,
            d => d.IsOpen,
            (review, document, reader) =>
            {
                var (corrected, events) = review.Correct(document, change, reader);
                if (!change.Despite && Review.Failing(corrected) is { Length: > 0 } failing)
                {
                    throw new ContradictionException($"These checks fail: {failing}. Correct the values, or confirm all the same if the document itself is wrong.");
                }

                var (confirmed, happened) = review.Confirm(corrected);
                return (confirmed, [.. events, happened]);
            },
            cancellationToken);
        return verdict is { Kind: DeskVerdictKind.Done, Document: { } done } ? verdict with { Learned = await _memory.LearnAsync(done, cancellationToken) } : verdict;
    }

    /// <summary>Rejects a document, with a reason.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="change">The reason. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What became of it.</returns>
    public Task<DeskVerdict> RejectAsync(Caller caller, string id, DeskChange change, CancellationToken cancellationToken)
        => DecideAsync(
            caller,
            id,
            change,
            d => d.IsOpen || d.State == DeskState.Failed,
            (review, document, _) =>
            {
                var (rejected, happened) = review.Reject(document, change.Reason);
                return (rejected, [happened]);
            },
            cancellationToken);

    /// <summary>Takes a document up again: one that failed is read once more, one that was decided is open again.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The document. Untrusted.</param>
    /// <param name="change">The version that the person saw. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What became of it.</returns>
    public Task<DeskVerdict> ReopenAsync(Caller caller, string id, DeskChange change, CancellationToken cancellationToken)
        => DecideAsync(
            caller,
            id,
            change,
            d => !d.IsOpen && d.State != DeskState.New,
            (_, document, _) => (
                document with
                {
                    State = document.Extraction is null ? DeskState.New : DeskState.NeedsReview, Attempts = 0, DueAt = document.Extraction is null ? _time.GetUtcNow() : null, Reason = null, SettledAt = null, SettledBy = null,
                },
                [new DeskEvent(_time.GetUtcNow(), caller.DisplayName, "asked_again", null)]),
            cancellationToken);

    internal async Task<DeskDocument?> FindAsync(Caller caller, string id, CancellationToken cancellationToken)
        => await _documents.FindAsync(caller.Tenant, id, cancellationToken) is { } document && Companies(caller).Contains(document.Company) ? document : null;

    private static List<int> Companies(Caller caller) => [.. caller.Companies.Select(c => c.Id)];

    private async Task<DeskVerdict> DecideAsync(
        Caller caller, string id, DeskChange change, Func<DeskDocument, bool> possible, Func<Review, DeskDocument, ValueReader, (DeskDocument Document, IReadOnlyList<DeskEvent> Events)> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(change);
        if (await FindAsync(caller, id, cancellationToken) is not { } seen)
        {
            return new DeskVerdict(DeskVerdictKind.Missing, null, "There is no document with this id that you may see.");
        }

        var pages = DocumentPages.Of(await _files.PagesAsync(caller.Tenant, seen.Hash, cancellationToken), seen.Extraction);
        var (reader, review) = (new ValueReader(pages.Count > 0 ? new PageText(pages) : null), new Review(caller.DisplayName, _time.GetUtcNow()));
        string? late = null;
        try
        {
            var after = await _documents.ChangeAsync(
                caller.Tenant,
                id,
                document =>
                {
                    late = change.Version is { } version && version != document.Version ? string.Create(CultureInfo.InvariantCulture, $"Somebody changed this document since you opened it (version {document.Version}, yours is {version}). Look at it again.")
                        : !possible(document) ? $"This document can't be changed this way: it is {document.State switch { DeskState.New => "still to be read", DeskState.Reviewed => "confirmed", DeskState.Rejected => "rejected", DeskState.Failed => "one that could not be read", _ => "open" }}."
                        : null;
                    if (late is not null)
                    {
                        return null;
                    }

                    var (next, events) = decide(review, document, reader);
                    return events.Count == 0 ? null : (next, events);
                },
                cancellationToken);
            return late is null ? new DeskVerdict(DeskVerdictKind.Done, after, null) : new DeskVerdict(DeskVerdictKind.Late, after, late);
        }
        catch (ContradictionException contradiction)
        {
            return new DeskVerdict(DeskVerdictKind.Contradicted, seen, contradiction.Message);
        }
        catch (CopilotException told) when (!told.IsTransient)
        {
            return new DeskVerdict(DeskVerdictKind.Unreadable, seen, told.Message);
        }
    }

    private static string Name(string text) => Clean(Path.GetFileName(text.Replace('\\', '/')), "document");

    private static string Clean(string text, string otherwise)
    {
        var clean = new string([.. text.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? otherwise : clean.Length <= LongestName ? clean : clean[^LongestName..];
    }

    /// <summary>Checks fail and nobody said to pass them over.</summary>
    private sealed class ContradictionException(string message) : CopilotException(message);
}
