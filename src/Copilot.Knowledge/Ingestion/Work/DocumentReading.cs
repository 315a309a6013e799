using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>What is learned about a document while it is read.</summary>
internal sealed class DocumentReading(OpenedFile file, StoredDocument document)
{
    // Some pages tell a language as well as a book does, and cost a tenth.
    private const int SampleLength = 3_000;

    private readonly List<string> _notes = file.Unlabelled && file.Task.Feed is null ? ["no front matter: readable by every role"] : [];
    private StoredDocument _document = document;
    private int _ordinal;

    /// <summary>Gets a value indicating whether anything but white space was read.</summary>
    public bool HasText { get; private set; }

    /// <summary>Gets how many chunks were cut.</summary>
    public int Chunks { get; private set; }

    /// <summary>Gets how many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>Gets remarks for people.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Notes what a part tells.</summary>
    public void Note(CutPart cut, int mostNotes)
    {
        Chunks += cut.Chunks.Count;
        HasText |= cut.Chunks.Count > 0;
        Pages = Math.Max(Pages, cut.Part?.Page ?? 0);
        foreach (var note in cut.Part?.Notes ?? [])
        {
            if (_notes.Count < mostNotes)
            {
                _notes.Add(note);
            }
            else if (_notes.Count == mostNotes)
            {
                _notes.Add("there is more to say about other pages");
            }
        }
    }

    /// <summary>Gets the document with its title and language, known from its first parts.</summary>
    public StoredDocument Begun(IReadOnlyList<CutPart> first)
    {
        var label = _document.Label;
        if (!label.HasOwnTitle)
        {
            label = label with { Title = file.Task.Title ?? Title(first[0].Part) ?? Path.GetFileNameWithoutExtension(file.Task.Name) };
        }

        return _document = _document with { Label = label, Language = label.Language ?? LanguageDetector.Detect(Sample(first)) };
    }

    /// <summary>Gets the document as it is when all has been read.</summary>
    public StoredDocument Finished() => _document with { Pages = Pages == 0 ? null : Pages, Notes = _notes };

    /// <summary>Gets parts as they are kept.</summary>
    public IReadOnlyList<StoredPart> Parts(IEnumerable<CutPart> cut)
        => [.. cut.Where(c => c.Part is { Text.Length: > 0 }).Select(c => new StoredPart(_ordinal++, c.Start, c.Part!.Text, c.Part.Page, c.Part.Layout))];

    private static string? Title(DocumentPart? part)
    {
        var title = part?.Title ?? part?.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Heading && b.Level == 1 && !b.Mark.HasFlag(BlockMark.Hidden) && part.Page is not null)?.Heading;
        title = title?.ReplaceLineEndings(" ").Trim();
        return string.IsNullOrEmpty(title) ? null : title.Length > 300 ? title[..300] : title;
    }

    private static string Sample(IEnumerable<CutPart> first)
    {
        var sample = new StringBuilder();
        foreach (var part in first)
        {
            sample.Append(part.Part?.Text.AsSpan(0, Math.Min(part.Part.Text.Length, SampleLength)).ToString());
            if (sample.Length >= SampleLength)
            {
                break;
            }
        }

        return sample.ToString();
    }
}
