using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Identity;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams;

/// <summary>
/// Single sign-on: Teams asks the directory for a token for this service and hands it to the bot. It proves who the person is, so the account is linked without a code. The token itself is
/// not kept and not used for anything else.
/// </summary>
internal sealed class TeamsSignIn(TeamsSettings settings, OidcPeople directory, PeopleDesk people, Connector connector)
{
    private const string CardType = "application/vnd.microsoft.card.oauth";
    private const string Connection = "copilot";

    /// <summary>Gets a value indicating whether people can sign in so.</summary>
    public bool IsOn => settings.SsoResource is not null;

    /// <summary>Asks Teams for the person's token; the person sees nothing of it unless the directory wants consent.</summary>
    /// <param name="activity">What the person did.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task AskAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var message = AnswerMessage.Plain(string.Empty);
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = CardType,
            ["content"] = new JsonObject
            {
                ["text"] = "Sign in, so that I know which rights are yours.",
                ["connectionName"] = Connection,
                ["tokenExchangeResource"] = new JsonObject { ["id"] = activity.Id ?? Connection, ["uri"] = settings.SsoResource },
                ["buttons"] = new JsonArray(),
            },
        });
        await connector.SendAsync(TeamsPlace.Of(activity), message, cancellationToken);
    }

    /// <summary>Takes the token that Teams brings. Several devices of a person may bring one each.</summary>
    /// <param name="activity">The invoke. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>200 when the person is linked now; 412 with a reason when the token does not do.</returns>
    public async Task<(int Status, JsonObject? Body)> ExchangeAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return (StatusCodes.Status501NotImplemented, null);
        }

        var value = activity.Value;
        if (value.Word("token") is not { Length: > 0 } token || activity is not { Tenant: { } tenant, From.AadObjectId: { } person })
        {
            return Refused(value, "There is no token in it.");
        }

        // The token has to be of the very account that brings it: a token of somebody else would link that person's rights to this account.
        if (await directory.ReadAsync(token, cancellationToken) is not var (signedIn, _) || !IsOf(token, tenant, person))
        {
            return Refused(value, "The token is not for this service, no longer good, or of another account.");
        }

        if (await people.WhoAsync(tenant, person, cancellationToken) is { } known && known.Id == signedIn.Id)
        {
            return (StatusCodes.Status200OK, null);
        }

        if (await people.SignedInAsync(activity, signedIn, cancellationToken) is not { } caller)
        {
            return Refused(value, "This account is not in the list of people. Ask an administrator to add it.");
        }

        await connector.SendAsync(TeamsPlace.Of(activity), AnswerMessage.Plain(TeamsPhrases.Welcome(caller, caller.Language), TeamsPhrases.Suggestions(caller), activity.From?.Id), cancellationToken);
        return (StatusCodes.Status200OK, null);
    }

    private static bool IsOf(string token, string tenant, string person)
        => SignedToken.Read(token) is { } read
            && string.Equals(read.Claims.Word("oid"), person, StringComparison.OrdinalIgnoreCase) && string.Equals(read.Claims.Word("tid"), tenant, StringComparison.OrdinalIgnoreCase);

    private static (int Status, JsonObject? Body) Refused(JsonElement value, string why)
        => (StatusCodes.Status412PreconditionFailed, new JsonObject { ["id"] = value.Word("id"), ["connectionName"] = value.Word("connectionName"), ["failureDetail"] = why });
}
