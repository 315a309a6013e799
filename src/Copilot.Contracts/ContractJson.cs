using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>How the words of this project are written as JSON: camelCase members, snake_case enum values, no nulls dropped by accident.</summary>
public static class ContractJson
{
    /// <summary>Gets the options for everything that leaves or is stored: HTTP, hub events, the audit trail.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Text for people stays readable in files and terminals; every HTML surface escapes on its own.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
