using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;

namespace Copilot.Knowledge.Stores;

/// <summary>A document as it is kept, without its text, which is kept in parts.</summary>
internal sealed record StoredDocument
{
    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets where it came from, unique in its collection: a full path, a path with a member (<c>/in/mail.eml!/terms.pdf</c>), a feed's key (<c>odoo:ir.attachment:17</c>).</summary>
    public required string Source { get; init; }

    /// <summary>Gets what it says about itself.</summary>
    public required DocumentLabel Label { get; init; }

    /// <summary>Gets the hash of its content and of the way it was read and cut; equal means that nothing need be read again.</summary>
    public required string TextHash { get; init; }

    /// <summary>Gets the format it was read as, by <see cref="IFileReader.Format"/>.</summary>
    public string Format { get; init; } = "markdown";

    /// <summary>Gets its language, an ISO 639-1 code; its words are stemmed by it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Gets how many pages it has, or null for formats without pages.</summary>
    public int? Pages { get; init; }

    /// <summary>Gets where its bytes are kept to show the original, or null when only its text is.</summary>
    public string? Original { get; init; }

    /// <summary>Gets where it opens in the system it came from, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets the record whose readers may read it, checked again at answer time; null when the label alone decides.</summary>
    public RecordRef? Gate { get; init; }

    /// <summary>Gets remarks for people on how it was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
