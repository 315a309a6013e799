using System.Globalization;
using Copilot.Contracts;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Opens a cited passage in its document as it is now, with the reader's rights checked again.</summary>
internal sealed class PassageOpener(IKnowledgeStore store, GateCheck gates, TimeProvider time) : ISourceOpener
{
    /// <inheritdoc/>
    public bool Opens(Evidence evidence) => PassageEvidence.IsPassage(evidence);

    /// <inheritdoc/>
    public async Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
    {
        var cited = evidence.Place ?? throw new ArgumentException("The evidence is not a passage.", nameof(evidence));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(caller.TimeZone)).DateTime);
        var opened = await store.OpenAsync(Reader.Of(caller), new DocumentKey(cited.Collection, cited.DocumentId), today, cancellationToken);
        if (opened is null || !await gates.AdmitsAsync(caller, opened.Document.Gate, cancellationToken))
        {
            return null;
        }

        var document = opened.Document;
        var notes = new List<string>();
        var parts = await store.PartsAsync(new DocumentKey(cited.Collection, cited.DocumentId), 0, opened.Length, cancellationToken);
        var text = string.Concat(parts.Select(p => p.Text));
        var place = PlaceNow(cited, evidence.Excerpt, text);
        if (place is null)
        {
            notes.Add("The document has changed since it was cited; the passage no longer stands in it in these words.");
        }
        else if (document.Label.Revision != evidence.Version)
        {
            notes.Add("The document has a new revision since it was cited; the passage stands in it unchanged.");
        }

        AddValidity(opened, today, notes);
        return new SourceView
        {
            Title = document.Label.Title,
            Kind = EvidenceKind.Passage,
            Text = text,
            Place = place,
            Facts = evidence.Facts,
            Version = document.Label.Revision,
            Notes = notes,
        };
    }

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

    /// <summary>Finds the cited words in the text as it is now, at their place or where they have moved.</summary>
    private static PassagePlace? PlaceNow(PassagePlace cited, string excerpt, string text)
    {
        if (cited.Start >= 0 && cited.End <= text.Length && cited.Start <= cited.End && text.AsSpan(cited.Start, cited.End - cited.Start).SequenceEqual(excerpt))
        {
            return cited;
        }

        var moved = excerpt.Length == 0 ? -1 : text.IndexOf(excerpt, StringComparison.Ordinal);
        return moved < 0 ? null : cited with { Start = moved, End = moved + excerpt.Length };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
