using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>Which models and fields there are for an account, and what it may read; remembered for a while.</summary>
internal sealed class OdooSchema(OdooSession session, OdooServer server, IOptions<OdooOptions> options, TimeProvider time, IEnumerable<IFigureRights> figures)
{
    private static readonly string[] Attributes = ["type", "relation"];
    private static readonly Dictionary<string, object?> FieldsArguments = new() { ["attributes"] = Attributes };

    private readonly KeptAnswers<(string Tenant, string Login, string Model), IReadOnlyDictionary<string, OdooField>?> fields = new(time, options.Value.SchemaLifetime);
    private readonly KeptAnswers<(string Tenant, string Login, string Model), bool> rights = new(time, options.Value.SchemaLifetime);

    /// <summary>The fields of a model, in the server's words, that the account may see; null when the server has no such model.</summary>
    public async Task<IReadOnlyDictionary<string, OdooField>?> FieldsAsync(Caller caller, string serverModel, CancellationToken cancellationToken)
    {
        var account = await session.AccountAsync(caller, cancellationToken);
        var all = await fields.GetAsync((account.Tenant, account.Login, serverModel), token => AskFieldsAsync(caller, serverModel, token), cancellationToken);
        return all is null ? null : figures.Aggregate(all, (seen, rights) => OdooMoneyFields.Seen(serverModel, seen, rights.HiddenFrom(caller)));
    }

    /// <summary>Whether the account may read the model at all.</summary>
    public async Task<bool> MayReadAsync(Caller caller, string serverModel, CancellationToken cancellationToken)
    {
        if (await FieldsAsync(caller, serverModel, cancellationToken) is null)
        {
            return false;
        }

        var account = await session.AccountAsync(caller, cancellationToken);
        return await rights.GetAsync((account.Tenant, account.Login, serverModel), token => AskRightAsync(caller, serverModel, token), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, OdooField>?> AskFieldsAsync(Caller caller, string serverModel, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await session.CallAsync(caller, serverModel, "fields_get", [], FieldsArguments, isRead: true, cancellationToken);
            return answer is { ValueKind: JsonValueKind.Object } described
                ? described.EnumerateObject().ToDictionary(p => p.Name, p => Field(p.Value), StringComparer.Ordinal)
                : throw new OdooException(OdooFault.Server, $"Odoo does not describe {serverModel}.");
        }
        catch (OdooException unknown) when (unknown.Fault == OdooFault.Validation)
        {
            // "Object … doesn't exist": nothing else is refused when fields are asked for.
            return null;
        }
    }

    private async Task<bool> AskRightAsync(Caller caller, string serverModel, CancellationToken cancellationToken)
    {
        var has = await server.VersionAsync(cancellationToken) >= 18;
        object?[] arguments = has ? [Array.Empty<int>(), "read"] : ["read"];
        var named = has ? [] : new Dictionary<string, object?> { ["raise_exception"] = false };
        var answer = await session.CallAsync(caller, serverModel, has ? "has_access" : "check_access_rights", arguments, named, isRead: true, cancellationToken);
        return answer is { ValueKind: JsonValueKind.True };
    }

    private static OdooField Field(JsonElement described)
        => new(
            described.TryGetProperty("type", out var type) ? type.GetString() ?? string.Empty : string.Empty,
            described.TryGetProperty("relation", out var relation) && relation.ValueKind == JsonValueKind.String ? relation.GetString() : null);
}
