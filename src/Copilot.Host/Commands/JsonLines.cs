using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Commands;

/// <summary>Machine input and output of verbs.</summary>
internal static class JsonLines
{
    /// <summary>Reads a file with one object a line; empty lines are skipped.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The questions with their ids, in order.</returns>
    /// <exception cref="BadInputException">The file is missing or a line is not what it should be; the message names the line.</exception>
    public static async Task<IReadOnlyList<(string Id, string Query)>> ReadQueriesAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new BadInputException($"There is no file {file.FullName}.");
        }

        var queries = new List<(string Id, string Query)>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                queries.Add(Query(line) ?? throw new BadInputException($"Line {number} of {file.Name} is not an object like {{\"id\":\"q1\",\"query\":\"…\"}}."));
            }
        }

        return queries;
    }

    /// <summary>Writes one object on one line.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The object.</param>
    /// <returns>A task.</returns>
    public static Task WriteAsync<T>(TextWriter writer, T value) => writer.WriteLineAsync(JsonSerializer.Serialize(value, ContractJson.Options));

    private static (string Id, string Query)? Query(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject found && Text(found["id"]) is { Length: > 0 } id && Text(found["query"]) is { } query
                ? (id, query)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        _ => null,
    };
}
