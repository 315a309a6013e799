using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>A document of <see cref="PracticeShelf"/>, and the rule of who may find it, written a second time and in the plainest way.</summary>
internal sealed record PracticePaper(StoredDocument Document, IReadOnlyList<string> Words)
{
    public DocumentKey Key => new(Document.Collection, Document.Label.Id);

    public string Text => string.Join(' ', Words);

    private DocumentLabel Label => Document.Label;

    /// <summary>Whether a reader may open it, on whatever day.</summary>
    public bool MayOpen(Reader reader)
    {
        if (reader.Names.Count == 0)
        {
            return false;
        }

        var admitted = false;
        foreach (var name in Label.Readers)
        {
            admitted |= name == "all" || reader.Names.Contains(name);
        }

        var holds = false;
        foreach (var company in Label.Companies)
        {
            holds |= company == "all" || reader.Companies.Any(c => string.Equals(c, company, StringComparison.OrdinalIgnoreCase));
        }

        return admitted && holds;
    }

    /// <summary>Whether a filter lets it through, among all papers there are.</summary>
    public bool MayFind(PassageFilter filter, IEnumerable<PracticePaper> all)
    {
        if (!MayOpen(filter.Reader)
            || (Label.ValidFrom is { } from && filter.Day < from)
            || (Label.ValidTo is { } to && filter.Day > to)
            || (filter.Collection is { } collection && collection != Document.Collection)
            || (filter.Only is { } only && !only.Contains(Key))
            || filter.Except.Contains(Key))
        {
            return false;
        }

        foreach (var other in all)
        {
            if (other.Key != Key && other.Document.Collection == Document.Collection && other.Label.Supersedes.Contains(Label.Id)
                && (other.Label.ValidFrom is not { } since || since <= filter.Day))
            {
                return false;
            }
        }

        return true;
    }
}
