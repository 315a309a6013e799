using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Turns a file into a document that can be kept.</summary>
internal sealed class DocumentReader(KnowledgeOptions options)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="CopilotException">The file can't be taken; the message says why and what to do.</exception>
    public async Task<(StoredDocument Document, string Text, IReadOnlyList<string> Notes)> ReadAsync(
        string path, string collection, IReadOnlyList<string>? acl, CancellationToken cancellationToken)
    {
        var file = await FileText.ReadAsync(path, options.LargestFileMegabytes * 1024L * 1024L, cancellationToken);
        var parts = FrontMatter.Of(file.Text);
        if (string.IsNullOrWhiteSpace(parts.Body))
        {
            throw new CopilotException("the file holds no text; write some or remove it.");
        }

        var label = LabelReader.Read(parts.Yaml, Path.GetFileNameWithoutExtension(path), Heading(parts.Body, path), acl);
        var notes = new List<string>();
        if (file.Note is not null)
        {
            notes.Add(file.Note);
        }

        if (parts.Yaml is null && acl is null)
        {
            notes.Add("no front matter: readable by every role");
        }

        return (new StoredDocument { Collection = collection, Source = path, Label = label, TextHash = Hash(parts.Body), Language = LanguageDetector.Detect(parts.Body), Original = path }, parts.Body, notes);
    }

    private static string? Heading(string body, string path)
    {
        if (!SourceFiles.IsMarkdown(path))
        {
            return null;
        }

        var first = body.AsSpan(0, Math.Min(body.Length, 400)).TrimStart().ToString().Split('\n')[0];
        return first.StartsWith("# ", StringComparison.Ordinal) ? PlainText.Of(first[2..]) : null;
    }

    private static string Hash(string text)
        => $"{Chunker.Version}:{WordSplitter.Version}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
