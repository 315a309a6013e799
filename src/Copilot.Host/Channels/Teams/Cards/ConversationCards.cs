using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>Somebody's latest conversations, from every channel, each with a button that goes on with it here.</summary>
internal static class ConversationCards
{
    /// <summary>The verb that goes on with a conversation.</summary>
    public const string Continue = "conversation.continue";

    /// <summary>How many are offered.</summary>
    public const int Most = 5;

    private const int LongestTitle = 100;

    /// <summary>Writes the card.</summary>
    /// <param name="conversations">The conversations, last used first; not empty.</param>
    /// <param name="current">The one that goes on here already, or null.</param>
    /// <param name="culture">How moments are written.</param>
    /// <returns>The card.</returns>
    public static JsonObject Of(IReadOnlyList<ConversationSummary> conversations, string? current, CultureInfo culture)
        => AdaptiveCard.Of(conversations.Take(Most).SelectMany(one => One(one, one.Id == current, culture)).Prepend(AdaptiveCard.Heading("Go on with a conversation")));

    private static IEnumerable<JsonNode> One(ConversationSummary one, bool isHere, CultureInfo culture)
    {
        var title = one.Title.Length <= LongestTitle ? one.Title : one.Title[..(LongestTitle - 1)] + "…";
        yield return AdaptiveCard.Line(title, "Bolder");
        yield return AdaptiveCard.Line(string.Create(culture, $"{one.TurnCount:N0} question{(one.TurnCount == 1 ? string.Empty : "s")}, last on {one.UpdatedAt.UtcDateTime:d MMM yyyy HH:mm} UTC{(isHere ? "; this one goes on here" : string.Empty)}"), subtle: true);
        if (!isHere)
        {
            var data = new JsonObject { ["verb"] = Continue, ["conversation"] = one.Id };
            yield return new JsonObject
            {
                ["type"] = "ActionSet",
                ["actions"] = new JsonArray(new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["title"] = "Continue here",
                    ["verb"] = Continue,
                    ["data"] = data,
                    ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = "Continue here", ["data"] = data.DeepClone() },
                }),
            };
        }
    }
}
