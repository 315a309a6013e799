using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Turns a passage into evidence.</summary>
internal static class PassageEvidence
{
    private const string Prefix = "passage:";

    /// <summary>Gets the evidence's id.</summary>
    public static string IdOf(Candidate passage, string defaultCollection)
        => passage.Collection == defaultCollection
            ? $"{Prefix}{passage.DocumentId}#{passage.Ordinal + 1}"
            : $"{Prefix}{passage.Collection}/{passage.DocumentId}#{passage.Ordinal + 1}";

    /// <summary>Says whether evidence was made here.</summary>
    public static bool IsPassage(Evidence evidence) => evidence.Kind == EvidenceKind.Passage && evidence.Place is not null;

    /// <summary>Makes the evidence.</summary>
    public static Evidence Of(Candidate passage, string defaultCollection, DateTimeOffset now)
        => new()
        {
            Id = IdOf(passage, defaultCollection),
            Kind = EvidenceKind.Passage,
            Title = TitleOf(passage),
            Excerpt = passage.Text,
            AsOf = now,
            Version = passage.Revision,
            Facts = [.. FactsOf(passage)],
            Place = new PassagePlace
            {
                DocumentId = passage.DocumentId,
                Collection = passage.Collection,
                HeadingPath = passage.HeadingPath,
                Start = passage.Start,
                End = passage.End,
                Page = passage.Page,
                Box = passage.Box,
            },
        };

    private static string TitleOf(Candidate passage)
    {
        var title = passage.Revision is null || passage.Title.Contains("revision", StringComparison.OrdinalIgnoreCase)
            ? passage.Title
            : $"{passage.Title}, revision {passage.Revision}";
        return passage.HeadingPath is not [.., var heading] || heading == passage.Title ? title
            : heading.Length > 0 && char.IsDigit(heading[0]) ? $"{title}, § {heading}"
            : $"{title}, {heading}";
    }

    private static IEnumerable<Fact> FactsOf(Candidate passage)
    {
        yield return new Fact("Document", FactKind.Text, passage.Title);
        if (passage.Lead.Length > 0)
        {
            yield return new Fact("Table header", FactKind.Text, passage.Lead);
        }

        if (passage.Revision is { } revision)
        {
            yield return new Fact("Revision", FactKind.Text, revision);
        }

        if (passage.ValidFrom is { } from)
        {
            yield return new Fact("Valid from", FactKind.Date, from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (passage.ValidTo is { } to)
        {
            yield return new Fact("Valid to", FactKind.Date, to.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
