using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>The key that seals the head of the chain (HMAC-SHA-256), so that whoever can write the database alone can't rewrite or shorten the chain unseen.</summary>
internal sealed class SealKey
{
    private readonly Lazy<byte[]> key;

    public SealKey(GovernanceOptions options) => key = new Lazy<byte[]>(() => LoadOrCreate(options.SealKeyFile));

    public string Seal(string tenant, long seq, string hash)
        => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seq}:{hash}:{tenant}"))));

    public bool Confirms(string tenant, AuditHead head)
        => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Seal(tenant, head.Seq, head.Hash)), Encoding.UTF8.GetBytes(head.Seal));

    /// <summary>A key for another purpose that follows from this one and does not give it away (HKDF-SHA-256).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, 32, info: Encoding.UTF8.GetBytes(purpose));

    private static byte[] LoadOrCreate(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            var fresh = full + "." + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(fresh, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(32));
                file.Flush(flushToDisk: true);
            }

            try
            {
                // Two processes may start at once: the first key stays.
                File.Move(fresh, full, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(fresh);
            }
        }

        var bytes = File.ReadAllBytes(full);
        return bytes.Length == 32
            ? bytes
            : throw new CopilotException($"The audit key file {path} has {bytes.Length} bytes instead of 32. Restore it from a backup; with another key the chain's seal can't be confirmed.");
    }
}
