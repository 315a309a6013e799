using System.Globalization;
using Copilot.Knowledge.Ingestion.Reading;

namespace Copilot.Knowledge.Ingestion;

/// <summary>The files of paths, with the folders that were looked through and what there is to say about both.</summary>
internal sealed class FoundFiles
{
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FoundFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];
    private readonly List<IngestRemark> _failed = [];

    private FoundFiles()
    {
    }

    /// <summary>Gets the files, in the order of their paths within each folder.</summary>
    public IReadOnlyCollection<FoundFile> Files => _files.Values;

    /// <summary>Gets the folders that were looked through: what is known below them and not found is gone.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>Gets what can't be taken.</summary>
    public IReadOnlyList<IngestRemark> Failed => _failed;

    /// <summary>Gets remarks.</summary>
    public IReadOnlyList<IngestRemark> Notes => _leftOut.Count == 0 ? [] :
    [
        new IngestRemark(
            _folders[0],
            string.Create(CultureInfo.InvariantCulture, $"left alone, since nothing reads them: {string.Join(", ", _leftOut.Select(l => $"{l.Value} of type \"{l.Key}\""))}")),
    ];

    /// <summary>Looks at paths.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="collection">The collection, or null for that of each file's source.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="formats">What can be read.</param>
    /// <param name="options">The default collection.</param>
    public static FoundFiles At(IEnumerable<string> paths, string? collection, SourceList sources, FileFormats formats, KnowledgeOptions options)
    {
        var found = new FoundFiles();
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (Directory.Exists(path))
            {
                var folder = Path.TrimEndingDirectorySeparator(path);
                found._folders.Add(folder);
                foreach (var file in SourceFiles.In(folder))
                {
                    found.AddBelow(file, collection, sources, formats, options);
                }
            }
            else if (File.Exists(path))
            {
                var source = sources.Of(path);
                found._files.TryAdd(path, new FoundFile(path, collection ?? source?.Collection ?? options.Collection, source?.RuleOf(path)));
            }
            else
            {
                found._failed.Add(new IngestRemark(path, "there is no such file or folder; check the path."));
            }
        }

        return found;
    }

    private void AddBelow(string file, string? collection, SourceList sources, FileFormats formats, KnowledgeOptions options)
    {
        var source = sources.Of(file);
        if (file == sources.File || LabelFiles.IsLabel(file) || source?.Takes(file) == false)
        {
            return;
        }

        if (formats.Reads(file))
        {
            _files.TryAdd(file, new FoundFile(file, collection ?? source?.Collection ?? options.Collection, source?.RuleOf(file)));
        }
        else
        {
            var extension = Path.GetExtension(file);
            _leftOut[extension] = _leftOut.GetValueOrDefault(extension) + 1;
        }
    }
}
