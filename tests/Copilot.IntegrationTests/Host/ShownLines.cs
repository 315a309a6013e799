using System.Text.Json;
using System.Text.RegularExpressions;

namespace Copilot.IntegrationTests.Host;

/// <summary>Everything a turn shows, as lines: each sentence, each table row with its cells side by side, each source.</summary>
internal static partial class ShownLines
{
    public static IEnumerable<string> Of(JsonElement json, string inside = "")
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when inside is not "question":
                foreach (var property in json.EnumerateObject().Where(p => p.Name is not ("question" or "arguments")))
                {
                    foreach (var line in Of(property.Value, property.Name))
                    {
                        yield return line;
                    }
                }

                break;
            case JsonValueKind.Array when json.EnumerateArray().All(v => v.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)):
                yield return string.Join(" | ", json.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number ? "€" + v.GetRawText() : v.ToString()));
                break;
            case JsonValueKind.Array:
                foreach (var line in json.EnumerateArray().SelectMany(v => Of(v, inside)))
                {
                    yield return line;
                }

                break;
            case JsonValueKind.String:
                foreach (var line in OfText(json.GetString()!))
                {
                    yield return line;
                }

                break;
        }
    }

    public static IEnumerable<string> OfText(string text) => Sentences().Split(text).Where(line => line.Length > 0);

    [GeneratedRegex(@"\n|(?<=[a-z\])][.!?])\s")]
    private static partial Regex Sentences();
}
