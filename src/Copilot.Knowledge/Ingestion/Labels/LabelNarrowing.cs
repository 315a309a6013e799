using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>
/// The label of a document that came inside another file, by upload or from a feed. What it says about itself may have been written by
/// anybody: it may keep readers out and end earlier, never let readers in, take another document's id or put one out of force.
/// </summary>
internal static class LabelNarrowing
{
    /// <summary>Narrows.</summary>
    /// <param name="own">What the document says.</param>
    /// <param name="given">What its source says.</param>
    /// <param name="name">The default id.</param>
    /// <exception cref="CopilotException">Nobody would be left to read it.</exception>
    public static DocumentLabel Of(DocumentLabel own, DocumentLabel given, string name)
        => own with
        {
            Id = name,
            HasOwnId = false,
            Readers = Both(own.Readers, given.Readers, "readers"),
            Companies = Both(own.Companies, given.Companies, "company"),
            ValidFrom = own.ValidFrom > given.ValidFrom || given.ValidFrom is null ? own.ValidFrom : given.ValidFrom,
            ValidTo = own.ValidTo < given.ValidTo || given.ValidTo is null ? own.ValidTo : given.ValidTo,
            Supersedes = [],
        };

    /// <summary>Narrows the label of a document that can't be reached now to what its source says now; gives null when nobody is left to read it.</summary>
    public static DocumentLabel? Within(DocumentLabel label, SourceRule rule)
    {
        var readers = Shared(label.Readers, rule.Readers ?? [DocumentLabel.Everyone]);
        var companies = Shared(label.Companies, rule.Companies ?? [DocumentLabel.Everyone]);
        return readers.Count == 0 || companies.Count == 0 ? null : label with { Readers = readers, Companies = companies };
    }

    private static IReadOnlyList<string> Both(IReadOnlyList<string> own, IReadOnlyList<string> given, string key)
        => Shared(own, given) is { Count: > 0 } both
            ? both
            : throw new CopilotException($"its front matter and its source have no {key} in common, so nobody could read it; make one of them wider.");

    private static IReadOnlyList<string> Shared(IReadOnlyList<string> own, IReadOnlyList<string> given)
    {
        if (given.Contains(DocumentLabel.Everyone, StringComparer.Ordinal))
        {
            return own;
        }

        if (own.Contains(DocumentLabel.Everyone, StringComparer.Ordinal))
        {
            return given;
        }

        return [.. given.Intersect(own, StringComparer.OrdinalIgnoreCase)];
    }
}
