using System.Text.Json.Nodes;

namespace Copilot.Testing.Odoo.Faults;

/// <summary>One call to Odoo on its way.</summary>
/// <param name="Number">Its number at this door, from 1.</param>
/// <param name="Model">The model, or the service: <c>common</c>.</param>
/// <param name="Method">The method.</param>
public sealed record DoorRequest(int Number, string Model, string Method)
{
    private static readonly HashSet<string> Looking =
    [
        "authenticate", "version", "login", "search", "search_read", "search_count", "read", "read_group", "formatted_read_group", "fields_get", "check_access_rights", "has_access",
        "check_access", "name_search", "default_get", "context_get", "web_read", "web_search_read", "has_group", "check_access_rule", "exists",
    ];

    /// <summary>Gets a value indicating whether it may change something.</summary>
    public bool Writes => !Looking.Contains(Method);

    internal static DoorRequest Read(int number, JsonNode? body)
    {
        var asked = body?["params"];
        return asked?["args"] is JsonArray { Count: > 4 } arguments && (string?)asked["service"] == "object"
            ? new DoorRequest(number, (string)arguments[3]!, (string)arguments[4]!)
            : new DoorRequest(number, (string?)asked?["service"] ?? string.Empty, (string?)asked?["method"] ?? string.Empty);
    }

    internal static byte[] WithoutSecret(JsonNode body)
    {
        var other = body.DeepClone();
        if (other["params"]?["args"] is JsonArray { Count: > 2 } arguments)
        {
            arguments[2] = "taken-away";
        }

        return System.Text.Encoding.UTF8.GetBytes(other.ToJsonString());
    }
}
