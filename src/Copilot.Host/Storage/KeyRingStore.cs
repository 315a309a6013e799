using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Copilot.Host.Storage;

/// <summary>The keys of sign-in tokens in the shared store, so that a token one node gave is good at all nodes.</summary>
/// <remarks>Each is encrypted (AES-256-GCM) under a key that follows from the audit key, which every node has and the database has not.</remarks>
internal sealed class KeyRingStore(IStoreDatabase database, AuditSeal seal, TimeProvider time) : IXmlRepository
{
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    /// <summary>Gets the table.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("sign-in", 1, """
            CREATE TABLE sign_in_key (
                name text COLLATE "C" NOT NULL PRIMARY KEY,
                sealed text NOT NULL,
                kept_at text NOT NULL
            )
            """),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
        => Now(database.ReadAsync(
            connection => connection.Query<string>("SELECT sealed FROM sign_in_key ORDER BY kept_at, name").ToList(), CancellationToken.None))
            .ConvertAll(text => XElement.Parse(Open(text)));

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var row = new
        {
            Name = string.IsNullOrEmpty(friendlyName) ? Guid.NewGuid().ToString("N") : friendlyName,
            Sealed = Close(element.ToString(SaveOptions.DisableFormatting)),
            At = time.GetUtcNow().ToString("O"),
        };
        Now(database.WriteAsync(
            transaction => transaction.Connection!.Execute(
                """
                INSERT INTO sign_in_key (name, sealed, kept_at) VALUES (@Name, @Sealed, @At)
                ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at
                """,
                row,
                transaction),
            CancellationToken.None));
    }

    // The interface is synchronous; it is called when a key ring is loaded, once a day.
    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private string Close(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var closed = new byte[NonceSize + TagSize + plain.Length];
        var span = closed.AsSpan();
        RandomNumberGenerator.Fill(span[..NonceSize]);
        using var cipher = Cipher();
        cipher.Encrypt(span[..NonceSize], plain, span[(NonceSize + TagSize)..], span.Slice(NonceSize, TagSize));
        return Convert.ToBase64String(closed);
    }

    private string Open(string text)
    {
        var closed = Convert.FromBase64String(text).AsSpan();
        var plain = new byte[closed.Length - NonceSize - TagSize];
        using var cipher = Cipher();
        cipher.Decrypt(closed[..NonceSize], closed[(NonceSize + TagSize)..], closed.Slice(NonceSize, TagSize), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private AesGcm Cipher() => new(seal.Derive("sign-in keys"), TagSize);
}
