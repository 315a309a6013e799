using System.IO.Compression;
using System.Runtime.CompilerServices;
using Copilot.Contracts;

namespace Copilot.Testing.Knowledge.Files;

/// <summary>Archives for tests, opened by the framework's own ZIP reader.</summary>
public sealed class PracticeContainer : IContainerReader
{
    public IReadOnlyList<string> Extensions { get; } = [".zip"];

    public static byte[] Of(params (string Name, byte[] Content)[] members)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    public bool Knows(ReadOnlySpan<byte> head) => head.StartsWith("PK"u8);

    public async IAsyncEnumerable<FileToRead> OpenAsync(FileToRead file, string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var archive = Archive(file);
        var number = 0;
        foreach (var entry in archive.Entries)
        {
            var path = Path.Combine(folder, $"m{number++}");
            await using (var from = entry.Open())
            await using (var to = File.Create(path))
            {
                await from.CopyToAsync(to, cancellationToken);
            }

            yield return new FileToRead(entry.FullName, path);
        }
    }

    private static ZipArchive Archive(FileToRead file)
    {
        try
        {
            return ZipFile.OpenRead(file.Path);
        }
        catch (InvalidDataException e)
        {
            throw new CopilotException("the archive is broken; pack it again.", e);
        }
    }
}
