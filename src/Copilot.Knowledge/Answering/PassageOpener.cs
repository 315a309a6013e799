using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Opens a cited passage in its document as it is now, with the reader's rights checked again.</summary>
internal sealed class PassageOpener(IKnowledgeStore store, GateCheck gates, TimeProvider time) : ISourceOpener
{
    private const int MostRemarks = 5;

    /// <inheritdoc/>
    public bool Opens(Evidence evidence) => PassageEvidence.IsPassage(evidence);

    /// <inheritdoc/>
    public async Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
    {
        var cited = evidence.Place ?? throw new ArgumentException("The evidence is not a passage.", nameof(evidence));
        var today = Today(caller, time);
        if (await ReadableAsync(caller, cited, today, cancellationToken) is not { } opened)
        {
            return null;
        }

        var document = opened.Document;
        var key = new DocumentKey(cited.Collection, cited.DocumentId);
        var window = new DocumentWindow(store, key, opened.Length);
        var place = await window.FindAsync(cited, evidence.Excerpt, cancellationToken);
        var (text, start, parts) = await window.AroundAsync(place, cancellationToken);
        var pages = place is null ? [] : PassagePages.Of(parts, place.Start, place.End);
        var original = OriginalOf(document);
        var notes = new List<string>();
        if (place is null)
        {
            notes.Add("The document has changed since it was cited; the passage no longer stands in it in these words.");
        }
        else if (document.Label.Revision != evidence.Version)
        {
            notes.Add("The document has a new revision since it was cited; the passage stands in it unchanged.");
        }

        AddValidity(opened, today, notes);
        notes.AddRange(document.Notes.Take(MostRemarks));
        return new SourceView
        {
            Title = document.Label.Title,
            Kind = EvidenceKind.Passage,
            Text = text,
            TextStart = start,
            TextLength = opened.Length,
            Format = document.Format,
            Pages = pages,
            PageCount = document.Pages,
            HasOriginal = original is not null,
            FileName = original?.Name,
            Uri = document.Uri,
            Place = place is not null && pages is [var first, ..] ? place with { Page = first.Page } : place,
            Facts = evidence.Facts,
            Version = document.Label.Revision,
            Notes = notes,
        };
    }

    /// <inheritdoc/>
    public async Task<SourceOriginal?> OriginalAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
    {
        var cited = evidence.Place ?? throw new ArgumentException("The evidence is not a passage.", nameof(evidence));
        var opened = await ReadableAsync(caller, cited, Today(caller, time), cancellationToken);
        return opened is null || OriginalOf(opened.Document) is not { } file ? null : new SourceOriginal(file, opened.Document.Format);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> TextAsync(Caller caller, Evidence evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cited = evidence.Place ?? throw new ArgumentException("The evidence is not a passage.", nameof(evidence));
        if (await ReadableAsync(caller, cited, Today(caller, time), cancellationToken) is not { } opened)
        {
            yield break;
        }

        await foreach (var piece in new DocumentWindow(store, new DocumentKey(cited.Collection, cited.DocumentId), opened.Length).PiecesAsync(cancellationToken))
        {
            yield return piece;
        }
    }

    private async Task<OpenedDocument?> ReadableAsync(Caller caller, PassagePlace cited, DateOnly today, CancellationToken cancellationToken)
        => await store.OpenAsync(Reader.Of(caller), new DocumentKey(cited.Collection, cited.DocumentId), today, cancellationToken) is { } opened
            && await gates.AdmitsAsync(caller, opened.Document.Gate, cancellationToken) ? opened : null;

    private static void AddValidity(OpenedDocument opened, DateOnly today, List<string> notes)
    {
        var label = opened.Document.Label;
        if (opened.SupersededBy is { } successor)
        {
            notes.Add(opened.SupersededOn is { } since ? $"Superseded on {Iso(since)} by {successor}." : $"Superseded by {successor}.");
        }

        if (label.ValidTo < today)
        {
            notes.Add($"No longer valid since {Iso(label.ValidTo.Value.AddDays(1))}.");
        }

        if (label.ValidFrom > today)
        {
            notes.Add($"Not valid before {Iso(label.ValidFrom.Value)}.");
        }
    }

    private static FileToRead? OriginalOf(StoredDocument document)
        => document.Original is { } path && File.Exists(path) ? new FileToRead(NameOf(document), path) : null;

    /// <summary>A file is named as it came; bytes kept by their content have no name of their own.</summary>
    private static string NameOf(StoredDocument document)
    {
        var source = document.Source.Split("!/")[^1];
        var name = Path.GetFileName(source);
        return Path.HasExtension(name) ? name : $"{document.Label.Id.Split('/')[^1]}.{document.Format}";
    }

    private static DateOnly Today(Caller caller, TimeProvider time)
        => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(caller.TimeZone)).DateTime);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
