using System.Text;
using Copilot.Contracts;

namespace Copilot.Testing.Documents.Files;

/// <summary>Lets a reader read bytes as if they were a file, and leaves nothing behind.</summary>
public static class ReaderTrial
{
    /// <summary>Reads all parts and proves their form.</summary>
    public static async Task<IReadOnlyList<DocumentPart>> PartsAsync(IFileReader reader, string name, byte[] bytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var folder = Directory.CreateTempSubdirectory("copilot-reader-");
        try
        {
            var path = Path.Combine(folder.FullName, "bytes");
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            var parts = new List<DocumentPart>();
            await foreach (var part in reader.ReadAsync(new FileToRead(name, path), cancellationToken))
            {
                parts.Add(part);
            }

            PartProof.Prove(parts);
            return parts;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads a text as a file.</summary>
    public static Task<IReadOnlyList<DocumentPart>> PartsAsync(IFileReader reader, string name, string text)
        => PartsAsync(reader, name, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads and gives the blocks as lines: kind, mark, text.</summary>
    public static async Task<IReadOnlyList<string>> BlocksAsync(IFileReader reader, string name, byte[] bytes) => Blocks(await PartsAsync(reader, name, bytes));

    /// <summary>Reads a text and gives the blocks as lines: kind, mark, text.</summary>
    public static async Task<IReadOnlyList<string>> BlocksAsync(IFileReader reader, string name, string text) => Blocks(await PartsAsync(reader, name, text));

    /// <summary>Gives blocks as lines: "Heading1 Terms", "Paragraph …", "hidden Paragraph …"; line breaks become a slash.</summary>
    public static IReadOnlyList<string> Blocks(IReadOnlyList<DocumentPart> parts)
        => [.. parts.SelectMany(p => p.Blocks.Select(b =>
            (b.Mark.HasFlag(BlockMark.Hidden) ? "hidden " : "") + b.Kind + (b.Level > 0 ? b.Level.ToString(System.Globalization.CultureInfo.InvariantCulture) : "") + " " + p.Text[b.Start..b.End].Replace("\n", " / ", StringComparison.Ordinal)))];

    /// <summary>Gives all notes.</summary>
    public static IReadOnlyList<string> Notes(IReadOnlyList<DocumentPart> parts) => [.. parts.SelectMany(p => p.Notes)];

    /// <summary>Opens a container and gives its members with their bytes.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> MembersAsync(IContainerReader reader, string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var folder = Directory.CreateTempSubdirectory("copilot-reader-");
        try
        {
            var path = Path.Combine(folder.FullName, "bytes");
            var inside = folder.CreateSubdirectory("members").FullName;
            await File.WriteAllBytesAsync(path, bytes);
            var members = new List<(string, byte[])>();
            await foreach (var member in reader.OpenAsync(new FileToRead(name, path), inside, CancellationToken.None))
            {
                if (Path.GetDirectoryName(Path.GetFullPath(member.Path)) != inside)
                {
                    throw new InvalidOperationException($"{member.Name} left its folder: {member.Path}");
                }

                members.Add((member.Name, await File.ReadAllBytesAsync(member.Path)));
            }

            return members;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
