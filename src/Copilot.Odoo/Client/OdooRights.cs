using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>
/// Asks Odoo itself whether an account may do something, before it is proposed and again before it is done. Since 18 one method
/// answers for model and records; before, the model's rights and the records' rules are two questions.
/// </summary>
internal sealed class OdooRights(IOdooClient client, OdooSession session, OdooServer server)
{
    /// <summary>The most round trips of one question.</summary>
    public const int RoundTrips = 2;

    private const int OneQuestionSince = 18;

    /// <summary>Whether the caller may do this to the model, and to these records when some are given. Operations: read, write, create, unlink.</summary>
    public async Task<bool> MayAsync(Caller caller, string model, string operation, CancellationToken cancellationToken, params IReadOnlyList<int> ids)
    {
        if (await server.VersionAsync(cancellationToken) >= OneQuestionSince)
        {
            return IsYes(await AskAsync(caller, model, "has_access", [ids, operation], new Dictionary<string, object?>(), cancellationToken));
        }

        var quietly = new Dictionary<string, object?> { ["raise_exception"] = false };
        if (!IsYes(await AskAsync(caller, model, "check_access_rights", [operation], quietly, cancellationToken)))
        {
            return false;
        }

        if (ids.Count == 0)
        {
            return true;
        }

        try
        {
            await AskAsync(caller, model, "check_access_rule", [ids, operation], new Dictionary<string, object?>(), cancellationToken);
            return true;
        }
        catch (OdooException refused) when (refused.Fault == OdooFault.AccessDenied)
        {
            return false;
        }
    }

    /// <summary>The caller's user id in Odoo.</summary>
    public async Task<int> MyIdAsync(Caller caller, CancellationToken cancellationToken) => (await session.AccountAsync(caller, cancellationToken)).Uid;

    /// <summary>The server's major version.</summary>
    public Task<int> VersionAsync(CancellationToken cancellationToken) => server.VersionAsync(cancellationToken);

    private static bool IsYes(JsonElement? answer) => answer is { ValueKind: JsonValueKind.True };

    private Task<JsonElement?> AskAsync(Caller caller, string model, string method, IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?> named, CancellationToken cancellationToken)
        => client.CallAsync(caller, new OdooCall { Model = model, Method = method, Arguments = arguments, Named = named, IsRead = true }, cancellationToken);
}
