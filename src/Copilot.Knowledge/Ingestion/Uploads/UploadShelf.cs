using System.Security.Cryptography;
using System.Text;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Finds what people uploaded by its attachment id. What somebody else uploaded is as what does not exist.</summary>
internal sealed class UploadShelf(IKnowledgeStore store)
{
    /// <summary>The collection of uploads.</summary>
    public const string Collection = "uploads";

    private const string Prefix = "upload:";
    private const string IdPrefix = "upload-";
    private const int IdDigits = 16;

    /// <summary>Gets the attachment id of an uploaded file, by its source.</summary>
    public static string IdOf(string source)
        => IdPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FileSource.Outermost(source))))[..IdDigits];

    /// <summary>Says whether a text may be an attachment id.</summary>
    public static bool IsId(string text)
        => text.Length == IdPrefix.Length + IdDigits && text.StartsWith(IdPrefix, StringComparison.Ordinal) && text[IdPrefix.Length..].All(char.IsAsciiHexDigitLower);

    /// <summary>Gets what the sources of a person's uploads in a scope begin with; without a scope, of all.</summary>
    public static string SourcesOf(string user, string? scope = null)
    {
        // Names come from outside: nothing of them may look like the end of a name.
        var owner = $"{Prefix}{Uri.EscapeDataString(user)}/";
        return scope is null ? owner : $"{owner}{Uri.EscapeDataString(scope)}/";
    }

    /// <summary>Gets the sources of an upload: its own, or those of the documents inside it. None when the person uploaded no such thing.</summary>
    public async Task<IReadOnlyList<string>> SourcesAsync(string user, string attachmentId, CancellationToken cancellationToken)
        => !IsId(attachmentId) ? []
            : [.. (await store.SourcesAsync(Collection, SourcesOf(user), cancellationToken)).Where(s => IdOf(s) == attachmentId)];

    /// <summary>Gets the documents of an upload.</summary>
    public async Task<IReadOnlyList<StoredDocument>> DocumentsAsync(string user, string attachmentId, CancellationToken cancellationToken)
    {
        var documents = new List<StoredDocument>();
        foreach (var source in await SourcesAsync(user, attachmentId, cancellationToken))
        {
            if (await store.HeldAsync(Collection, source, cancellationToken) is { } held)
            {
                documents.Add(held);
            }
        }

        return documents;
    }
}
