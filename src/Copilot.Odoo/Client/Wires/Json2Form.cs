using System.Text.Json;

namespace Copilot.Odoo.Client.Wires;

/// <summary>
/// JSON-2 at <c>/json/2/model/method</c> (Odoo 19 and later): the API key is a bearer token, arguments have names, the answer is the bare
/// value, and faults have an HTTP status of their own. What differs from JSON-RPC is evened out here, so that callers need not know.
/// </summary>
internal static class Json2Form
{
    private const string NotFound = "werkzeug.exceptions.NotFound";

    /// <summary>A method of a model in the name of the key's owner.</summary>
    public static OdooRequest Call(string database, string key, string model, string method, IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?> named) => new()
    {
        Path = $"json/2/{Uri.EscapeDataString(model)}/{Uri.EscapeDataString(method)}",
        Body = JsonSerializer.SerializeToUtf8Bytes(Json2Names.Of(model, method, arguments, named)),
        Key = key,
        Database = database,
    };

    /// <summary>The version, which needs no account.</summary>
    public static OdooRequest Version() => new() { Path = "web/version" };

    /// <summary>The result, or null for None.</summary>
    /// <param name="reply">What came back.</param>
    /// <param name="called">What was called.</param>
    /// <param name="one">Whether one record was created: JSON-RPC answers its id, JSON-2 a list of one.</param>
    public static JsonElement? Read(OdooReply reply, (string Model, string Method) called, bool one)
    {
        var answer = reply.Answer;
        if (reply.Status is >= 200 and < 300)
        {
            return answer.ValueKind == JsonValueKind.Null ? null
                : one && answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() == 1 ? answer[0]
                : answer;
        }

        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
        {
            throw new OdooException(OdooFault.Unreachable, $"The answer is JSON, but not Odoo's (HTTP {reply.Status}): check Copilot:Odoo:Url.") { HttpStatus = reply.Status };
        }

        // Every model describes its fields: when that is not found, there is no such model, which JSON-RPC calls a UserError.
        throw OdooFaults.Make(
            answer, called.Model, called.Method, name.ValueEquals(NotFound) && called.Method == "fields_get" ? OdooFault.Validation : null, reply.Status);
    }

    /// <summary>Whether a call creates one record.</summary>
    public static bool CreatesOne(string method, IReadOnlyList<object?> arguments)
        => method == "create" && arguments is [IEnumerable<KeyValuePair<string, object?>>];
}
