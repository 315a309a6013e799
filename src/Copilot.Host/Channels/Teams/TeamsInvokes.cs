using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Identity.Tokens;

namespace Copilot.Host.Channels.Teams;

/// <summary>Answers what Teams waits for: buttons of cards, thumbs, and the tokens of people who sign in.</summary>
internal sealed class TeamsInvokes(PeopleDesk people, CardPresses presses, TeamsRatings ratings, TeamsSignIn signIn)
{
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>Answers an invoke.</summary>
    /// <param name="activity">The invoke.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The HTTP status and the body, null for none.</returns>
    public async Task<(int Status, JsonObject? Body)> AnswerAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return (StatusCodes.Status200OK, await CardAsync(activity, cancellationToken));
            case "message/submitAction":
                await ratings.TakeAsync(activity, cancellationToken);

                // Teams shows an error when anything at all stands in this answer.
                return (StatusCodes.Status200OK, null);
            case "signin/tokenExchange":
                return await signIn.ExchangeAsync(activity, cancellationToken);
            default:
                return (StatusCodes.Status501NotImplemented, null);
        }
    }

    private async Task<JsonObject> CardAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var action = activity.Value.ValueKind == JsonValueKind.Object && activity.Value.TryGetProperty("action", out var pressed) ? pressed : default;
        var data = action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var sent) && sent.ValueKind == JsonValueKind.Object ? sent : default;
        if (action.Word("type") != "Action.Execute" || data.ValueKind != JsonValueKind.Object || !CardPresses.Knows(action.Word("verb")))
        {
            return Error("NotSupported", "This card is of another version of the copilot. Ask again for a new one.");
        }

        return await people.FindAsync(activity, cancellationToken) is { } caller
            ? await presses.AnswerAsync(activity, caller, action.Word("verb")!, data, cancellationToken)
            : CardPresses.Said(Phrases.In(activity.Language, TeamsPhrases.NotLinkedShort));
    }

    private static JsonObject Error(string code, string message) => new()
    {
        ["statusCode"] = StatusCodes.Status400BadRequest,
        ["type"] = ErrorType,
        ["value"] = new JsonObject { ["code"] = code, ["message"] = message },
    };
}
