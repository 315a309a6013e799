using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Copilot.Governance.Audit;

/// <summary>
/// What this node remembers outside of the database: the newest entry of each chain it has seen. A chain that somebody turned back to an older end, whose seal is
/// good, is found by it. Kept in memory and in a small file, which is not flushed: after a power cut it may be behind, never ahead.
/// </summary>
/// <param name="options">Where the file is.</param>
/// <param name="log">Told of breaks and of a file that can't be written.</param>
internal sealed class ChainWitness(GovernanceOptions options, ILogger<ChainWitness> log) : IDisposable
{
    // One line of fixed length a tenant, so that processes on one machine can share the file without a lock: SHA-256 of the tenant's name, place, hash.
    private const int LineLength = 64 + 1 + 20 + 1 + 64 + 1;

    // Far more tenants than one store has; a longer file is not ours.
    private const int MaxLines = 10_000;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, WitnessedEntry> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private SafeFileHandle? file;
    private bool told;

    /// <summary>Gets the newest entry this machine has seen of a chain, or null.</summary>
    public WitnessedEntry? Of(string tenant)
    {
        var mine = seen.GetValueOrDefault(tenant);
        lock (gate)
        {
            try
            {
                // Another process of this machine may have written since.
                return Newer(mine, OnFile(tenant));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Tell(e);
                return mine;
            }
        }
    }

    /// <summary>Lists what this machine has seen of other chains than these. The file holds no names, only their SHA-256.</summary>
    public IReadOnlyList<(string Name, WitnessedEntry Entry)> Except(IReadOnlyList<string> tenants)
    {
        var known = tenants.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        lock (gate)
        {
            if (NoFile())
            {
                return [];
            }

            Open();
            return [.. Enumerable.Range(0, Count()).Select(Read).OfType<(string Name, WitnessedEntry Entry)>().Where(line => !known.Contains(line.Name))];
        }
    }

    /// <summary>Remembers an entry that is durable in the store.</summary>
    public void Saw(string tenant, WitnessedEntry entry)
    {
        var newest = seen.AddOrUpdate(tenant, entry, (_, before) => Newer(before, entry)!);
        lock (gate)
        {
            try
            {
                Write(tenant, newest);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The entry is durable and sealed: the memory of the process has to do until the file can be written.
                Tell(e);
            }
        }
    }

    /// <summary>Says in the log that a chain was found changed.</summary>
    public void TellBroken(string tenant, long seq, string what) => Log.ChainBroken(log, tenant, seq, what);

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private static WitnessedEntry? Newer(WitnessedEntry? one, WitnessedEntry? other)
        => one is null || (other is not null && other.Seq > one.Seq) ? other : one;

    private static string NameOf(string tenant) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tenant)));

    private static (string Name, WitnessedEntry Entry)? Parse(ReadOnlySpan<byte> line)
    {
        var text = Encoding.ASCII.GetString(line);
        return text.Length == LineLength && text[64] == ' ' && text[85] == ' ' && text[^1] == '\n'
            && long.TryParse(text.AsSpan(65, 20), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && text[86..^1].All(char.IsAsciiHexDigitLower)
                ? (text[..64], new WitnessedEntry(seq, text[86..^1]))
                : null;
    }

    private WitnessedEntry? OnFile(string tenant)
    {
        if (NoFile())
        {
            return null;
        }

        var name = NameOf(tenant);
        return Find(name) is { } line && Read(line) is { } found && found.Name == name ? found.Entry : null;
    }

    private void Write(string tenant, WitnessedEntry entry)
    {
        var name = NameOf(tenant);
        if (Find(name) is not { } line)
        {
            Open();
            line = FirstFree();
            lines[name] = line;
        }
        else if (Read(line) is { } there && there.Name == name && there.Entry.Seq > entry.Seq)
        {
            return;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{name} {entry.Seq:D20} {entry.Hash}\n");
        RandomAccess.Write(file!, Encoding.ASCII.GetBytes(text), (long)line * LineLength);
    }

    /// <summary>The line of a tenant: where it was, unless another process has put another tenant there since.</summary>
    private int? Find(string name)
    {
        if (lines.TryGetValue(name, out var known) && Read(known)?.Name == name)
        {
            return known;
        }

        lines.Remove(name);
        if (NoFile())
        {
            return null;
        }

        Open();
        for (var line = 0; line < Count(); line++)
        {
            if (Read(line)?.Name == name)
            {
                lines[name] = line;
                return line;
            }
        }

        return null;
    }

    private int FirstFree()
    {
        var count = Count();
        for (var line = 0; line < count; line++)
        {
            if (Read(line) is null)
            {
                return line;
            }
        }

        return count;
    }

    private int Count() => (int)Math.Min(MaxLines, RandomAccess.GetLength(file!) / LineLength);

    private (string Name, WitnessedEntry Entry)? Read(int line)
    {
        Span<byte> bytes = stackalloc byte[LineLength];
        return RandomAccess.Read(file!, bytes, (long)line * LineLength) == LineLength ? Parse(bytes) : null;
    }

    private void Tell(Exception trouble)
    {
        if (!told)
        {
            told = true;
            Log.WitnessUseless(log, options.WitnessFile, trouble.Message);
        }
    }

    private bool NoFile() => file is null && !File.Exists(options.WitnessFile);

    private void Open()
    {
        if (file is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.WitnessFile))!);
            file = File.OpenHandle(options.WitnessFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
    }
}
