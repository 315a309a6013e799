namespace Copilot.Knowledge.Stores;

/// <summary>A chunk as it stands in the index of every store. Made by <see cref="IndexedDocument.Of"/>.</summary>
internal sealed record IndexedChunk
{
    /// <summary>Gets the stems of its document's title, with spaces between, like all stems here.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the stems of the headings above it.</summary>
    public required string Headings { get; init; }

    /// <summary>Gets the stems of what its document is about.</summary>
    public required string About { get; init; }

    /// <summary>Gets the stems of its lead and its text.</summary>
    public required string Body { get; init; }

    /// <summary>Gets its codes and those of its title, subject and headings, with spaces between.</summary>
    public required string Codes { get; init; }

    /// <summary>Gets how many words <see cref="Body"/> has.</summary>
    public required int Words { get; init; }

    /// <summary>Gets <see cref="Title"/>, <see cref="Headings"/> and <see cref="About"/>.</summary>
    public string Context => ContextOf(Title, Headings, About);

    /// <summary>Gets all its stems, context first: what a fitted embedder reads.</summary>
    public string Stems => StemsOf(Title, Headings, About, Body);

    /// <summary>Puts stems together as <see cref="Context"/> does, for stores that keep them apart.</summary>
    public static string ContextOf(string title, string headings, string about) => $"{title} {headings} {about}";

    /// <summary>Puts stems together as <see cref="Stems"/> does, for stores that keep them apart.</summary>
    public static string StemsOf(string title, string headings, string about, string body) => $"{title} {headings} {about} {body}";

    /// <summary>Gets what an embedder reads besides the words: the title, the parties and the headings above them.</summary>
    /// <param name="indexedLabel">The document's title and subject, by <see cref="Ingestion.DocumentLabel.IndexedPart"/>.</param>
    /// <param name="headings">The headings above the chunk.</param>
    public static string PlainContextOf(string indexedLabel, IReadOnlyList<string> headings) => $"{indexedLabel}\n{string.Join(" > ", headings)}".TrimEnd();

    /// <summary>Gets the words that an embedder reads.</summary>
    public static string PlainTextOf(string lead, string text) => lead.Length == 0 ? text : $"{lead} {text}";
}
