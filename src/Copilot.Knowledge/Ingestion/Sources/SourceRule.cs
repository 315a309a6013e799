namespace Copilot.Knowledge.Ingestion;

/// <summary>What a source says about its documents. A document's own front matter takes the place of it, entry by entry.</summary>
internal sealed record SourceRule
{
    /// <summary>Gets who answers for the documents, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets who may read them, or null when each document must say so itself.</summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>Gets the companies they hold for, or null for all.</summary>
    public IReadOnlyList<string>? Companies { get; init; }

    /// <summary>Gets what they are, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets whom or what they are about, or null.</summary>
    public IReadOnlyList<string>? About { get; init; }

    /// <summary>Gets the first day they hold, or null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day they hold, or null.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Gets their language, or null when it is found out.</summary>
    public string? Language { get; init; }

    /// <summary>Gives these values, and those of an outer rule where there are none.</summary>
    public SourceRule Within(SourceRule outer)
        => new()
        {
            Owner = Owner ?? outer.Owner,
            Readers = Readers ?? outer.Readers,
            Companies = Companies ?? outer.Companies,
            Kind = Kind ?? outer.Kind,
            About = About ?? outer.About,
            ValidFrom = ValidFrom ?? outer.ValidFrom,
            ValidTo = ValidTo ?? outer.ValidTo,
            Language = Language ?? outer.Language,
        };
}
