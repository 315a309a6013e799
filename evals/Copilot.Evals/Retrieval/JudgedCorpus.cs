using System.IO.Compression;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Evals.Retrieval;

/// <summary>A judged collection: <c>corpus.jsonl</c> {id, title, text}, <c>queries.jsonl</c> {id, text} and <c>qrels.tsv</c> (query, document, grade); each may be gzipped.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Documents">The documents.</param>
/// <param name="Questions">The questions that are judged.</param>
internal sealed record JudgedCorpus(string Name, IReadOnlyList<(string Id, string Title, string Text)> Documents, IReadOnlyList<(string Text, IReadOnlyDictionary<string, int> Grades)> Questions)
{
    /// <summary>Reads a collection.</summary>
    public static JudgedCorpus Read(string folder)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var line in Lines(folder, "qrels.tsv"))
        {
            // TREC's own form has an empty second column.
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is 3 or 4 && int.TryParse(parts[^1], out var grade))
            {
                if (!grades.TryGetValue(parts[0], out var own))
                {
                    grades[parts[0]] = own = new Dictionary<string, int>(StringComparer.Ordinal);
                }

                own[parts[^2]] = grade;
            }
        }

        var documents = Json(folder, "corpus.jsonl").Select(d => (Text(d, "id", "_id"), Text(d, "title"), Text(d, "text"))).ToList();
        var questions = Json(folder, "queries.jsonl").Select(q => (Id: Text(q, "id", "_id"), Text: Text(q, "text", "query")))
            .Where(q => grades.TryGetValue(q.Id, out var own) && own.Values.Any(g => g > 0))
            .Select(q => (q.Text, (IReadOnlyDictionary<string, int>)grades[q.Id])).ToList();
        return questions.Count == 0
            ? throw new CopilotException($"No question of {folder} is judged: the ids in queries.jsonl and qrels.tsv have nothing in common.")
            : new JudgedCorpus(new DirectoryInfo(folder).Name, documents, questions);
    }

    private static string Text(JsonElement line, params string[] names)
        => names.Select(n => line.TryGetProperty(n, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null).OfType<string>().FirstOrDefault() ?? string.Empty;

    private static IEnumerable<JsonElement> Json(string folder, string file)
    {
        foreach (var line in Lines(folder, file).Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static IEnumerable<string> Lines(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        using Stream stream = File.Exists(path) ? File.OpenRead(path)
            : File.Exists(path + ".gz") ? new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress)
            : throw new CopilotException($"There is no {file} in {folder}; a judged collection has corpus.jsonl, queries.jsonl and qrels.tsv.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
