using System.IO.Compression;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Evals.Forecasting;

/// <summary>Reads series with an official split: one object a line, <c>{"id","freq","h","train":[…],"test":[…]}</c>; may be gzipped.</summary>
internal static class HeldOutFile
{
    /// <summary>Reads a file; series of one frequency and horizon are a group.</summary>
    public static IReadOnlyList<HeldOutSeries> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CopilotException($"There is no file {path}. Name a file with one series a line: {{\"id\",\"freq\",\"h\",\"train\":[…],\"test\":[…]}}.");
        }

        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        using var reader = new StreamReader(stream);
        var name = Path.GetFileName(path).Split('.')[0];
        var series = new List<HeldOutSeries>();
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                series.Add(Parse(name, line) ?? throw new CopilotException($"Line {series.Count + 1} of {path} is no series like {{\"id\",\"freq\",\"h\",\"train\":[…],\"test\":[…]}}."));
            }
        }

        return series;
    }

    private static HeldOutSeries? Parse(string name, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var season = row.GetProperty("freq").GetInt32();
            var actual = Numbers(row, "test");
            return new HeldOutSeries($"{name}, season {season}, {actual.Length} ahead", row.GetProperty("id").ToString(), season, Numbers(row, "train"), actual, null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static double[] Numbers(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
