using System.IO.Compression;
using System.Xml;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;

namespace Copilot.Documents.Readers.Office;

/// <summary>
/// An office file (ECMA-376 part 2): parts in a ZIP file, with relations between them. Parts are read forward only and relations
/// looked up where one is followed, so circles among them can't be walked; relations that lead outside are never followed.
/// Read with our own few lines because the usual library refuses a whole document for one malformed link and holds parts whole in memory.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const long LongestPart = 1_000_000_000;
    private readonly ZipArchive _archive;
    private readonly ZipLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyDictionary<string, OfficeRelation>> _relations = [];

    private OfficePackage(ZipArchive archive, ZipLimits limits)
    {
        (_archive, _limits) = (archive, limits);
        foreach (var entry in archive.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>Gets the path of the main part.</summary>
    public string Main { get; private set; } = string.Empty;

    /// <summary>Gets remarks about the file as a whole.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (_parts.Keys.Any(p => p.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || p.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase))
                || Relations(Main).Values.Any(r => r.Type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            {
                yield return "holds macros, which are not run";
            }

            if (_parts.Keys.Any(p => p.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)))
            {
                yield return "holds embedded files, which are not read; add them as files of their own";
            }
        }
    }

    /// <summary>Opens a file of the expected kind.</summary>
    /// <exception cref="CopilotException">It is of another kind, damaged, protected by a password, or breaks a limit.</exception>
    public static OfficePackage Open(FileToRead file, OfficeKind expected, ZipLimits limits)
    {
        var stream = FileSigns.Open(file);
        try
        {
            ForeignFile.Refuse(stream, file, expected);
            var package = new OfficePackage(ZipGuard.Open(stream, limits), limits);
            var kind = KindOf(package._archive)
                ?? throw new CopilotException($"this is a ZIP archive named {FileSigns.ExtensionOf(file)}, not {expected.Words}; rename it to .zip and add it again.");
            if (kind != expected)
            {
                throw new CopilotException(ForeignFile.Words(kind, FileSigns.ExtensionOf(file)));
            }

            package.Main = package.FindMain(expected);
            return package;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Tells what kind of office file an archive is; null for an ordinary archive.</summary>
    public static OfficeKind? KindOf(ZipArchive archive)
    {
        var names = archive.Entries.Select(e => e.FullName.Replace('\\', '/')).ToList();
        return !names.Contains("[Content_Types].xml", StringComparer.OrdinalIgnoreCase) ? null
            : names.Contains("xl/workbook.bin", StringComparer.OrdinalIgnoreCase) ? OfficeKind.BinaryExcel
            : OfficeKind.All.FirstOrDefault(k => k != OfficeKind.BinaryExcel && names.Exists(n => n.StartsWith(k.Folder, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Says whether there is such a part.</summary>
    public bool Has(string path) => _parts.ContainsKey(path);

    /// <summary>Gets the size of a part unpacked, as its entry declares it.</summary>
    public long SizeOf(string path) => _parts.TryGetValue(path, out var entry) ? entry.Length : 0;

    /// <summary>Opens a part; null when there is none of that name. Document types and entities are refused.</summary>
    public XmlReader? Xml(string path)
    {
        if (!_parts.TryGetValue(path, out var entry))
        {
            return null;
        }

        return XmlReader.Create(new TagStream(ZipGuard.Open(entry, _limits)), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestPart,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>Says whether a word stands in a part; far faster than reading it as markup.</summary>
    public bool Holds(string path, ReadOnlySpan<byte> word)
    {
        if (!_parts.TryGetValue(path, out var entry))
        {
            return false;
        }

        using var stream = ZipGuard.Open(entry, _limits);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(word) >= 0)
            {
                return true;
            }

            kept = Math.Min(word.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    /// <summary>Reads a small part whole; null when there is none.</summary>
    public OfficeNode? Node(string? path)
    {
        if (path is null)
        {
            return null;
        }

        using var reader = Xml(path);
        return reader is null || reader.MoveToContent() != XmlNodeType.Element ? null : OfficeNode.Read(reader);
    }

    /// <summary>Gets the relations of a part by their id.</summary>
    public IReadOnlyDictionary<string, OfficeRelation> Relations(string path)
    {
        if (_relations.TryGetValue(path, out var known))
        {
            return known;
        }

        var slash = path.LastIndexOf('/');
        var folder = path[..(slash + 1)];
        var found = new Dictionary<string, OfficeRelation>();
        foreach (var relation in Node($"{folder}_rels/{path[(slash + 1)..]}.rels")?.All("Relationship") ?? [])
        {
            if (relation["Id"] is { } id && relation["Type"] is { } type && relation["Target"] is { } target)
            {
                var external = string.Equals(relation["TargetMode"], "External", StringComparison.OrdinalIgnoreCase);
                found.TryAdd(id, new OfficeRelation(type[(type.LastIndexOf('/') + 1)..], external ? target : Resolve(folder, target), external));
            }
        }

        return _relations[path] = found;
    }

    /// <summary>Gets the part that a part is related to by that type, or null.</summary>
    public string? Related(string path, string type)
        => Relations(path).Values.FirstOrDefault(r => !r.External && r.Type == type && Has(r.Target))?.Target;

    /// <summary>Gets the title among the properties, unless a program wrote a file name there.</summary>
    public string? Title()
    {
        var title = Node(Related(string.Empty, "core-properties"))?.Child("title")?.Text.Trim();
        return string.IsNullOrEmpty(title) || title.StartsWith("Microsoft ", StringComparison.Ordinal) || title is "PowerPoint Presentation" or "Slide 1" ? null : title;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private string FindMain(OfficeKind kind)
    {
        if (Related(string.Empty, "officeDocument") is { } main)
        {
            return main;
        }

        var named = Node("[Content_Types].xml")?.All("Override")
            .FirstOrDefault(o => o["ContentType"] is { } type && type.Contains(kind.Type, StringComparison.Ordinal) && type.EndsWith("main+xml", StringComparison.Ordinal))?["PartName"]?.TrimStart('/');
        return named is not null && Has(named) ? named : throw new CopilotException($"this is not a complete {kind.Words[(kind.Words.IndexOf(' ') + 1)..]}: its main part is missing. Open it in its program and save it anew.");
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', '\\'))
        {
            if (step == "..")
            {
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            }
            else if (step is not ("" or "."))
            {
                steps.Add(step.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(step) : step);
            }
        }

        return string.Join('/', steps);
    }
}
