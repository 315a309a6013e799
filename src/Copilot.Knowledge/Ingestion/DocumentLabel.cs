using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Copilot.Knowledge.Ingestion;

/// <summary>What a document says about itself before its text begins: who may read it, where and when it holds.</summary>
internal sealed record DocumentLabel
{
    /// <summary>The reader that means every role.</summary>
    public const string Everyone = "all";

    /// <summary>Gets the document's id, unique in its collection.</summary>
    public required string Id { get; init; }

    /// <summary>Gets a value indicating whether the id was written down, rather than taken from the file's name.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets a value indicating whether the title was written down, rather than found in the text.</summary>
    public bool HasOwnTitle { get; init; }

    /// <summary>Gets the revision, or null.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the first day it holds, or null for always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day it holds, or null for no end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Gets who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets what it is: sop, customer-agreement, supplier-agreement, policy.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the roles that may read it, or <see cref="Everyone"/>.</summary>
    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>Gets the companies it holds for, or <see cref="Everyone"/>.</summary>
    public required IReadOnlyList<string> Companies { get; init; }

    /// <summary>Gets the ids of the documents it replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Gets the customers, suppliers and products it is specific to.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Gets the language given for it, an ISO 639-1 code, or null when it is found out from the text.</summary>
    public string? Language { get; init; }

    /// <summary>Computes a hash of everything above.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this))));

    /// <summary>Gets the part that is in the index: when it changes, the document is indexed again; otherwise a changed label costs a row.</summary>
    public string IndexedPart() => string.Join('\n', [Title, .. About]);
}
