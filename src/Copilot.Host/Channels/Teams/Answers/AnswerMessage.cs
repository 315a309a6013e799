using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams.Answers;

/// <summary>Writes a finished turn as messages: text with citations, marked as written by an AI, with thumbs; cards below; each proposal as a message of its own.</summary>
/// <param name="publicAddress">Where people reach this service, or null when it is not known.</param>
/// <param name="label">How confidential answers are; null when that is not said.</param>
internal sealed class AnswerMessage(Uri? publicAddress, SensitivityLabel? label = null)
{
    private const string MessageEntity = "https://schema.org/Message";
    private const string NoWords = "This is what I found.";
    private const int LongestName = 80;
    private const int LongestExcerpt = 160;
    private const int LongestKeyword = 28;

    // A whole activity may have about 100 KB; our JSON is ASCII nearly everywhere.
    private const int LargestCards = 40_000;

    /// <summary>Writes the messages of an answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="personal">Whether nobody else reads along.</param>
    /// <param name="culture">The reader's language, and how figures are written.</param>
    /// <param name="defined">Whether the text itself says what each mark stands for, as markdown does: Web Chat lists no other sources.</param>
    /// <returns>The messages in order: the first is the answer itself or its beginning.</returns>
    public IReadOnlyList<JsonObject> Of(Turn turn, bool personal, CultureInfo culture, bool defined = false)
    {
        var text = MarkedText.Of(turn.Answer) + MarkedText.Notes(turn) + (turn.Degraded is { } lesser ? $"\n\n_{MarkedText.Of(lesser)}_" : string.Empty);
        var parts = MessageParts.Of(string.IsNullOrWhiteSpace(text) ? Phrases.In(culture.TwoLetterISOLanguageName, NoWords) : text);
        List<JsonObject> messages = [.. parts.Select(part => Message(part, turn, personal, defined))];
        var room = LargestCards;
        foreach (var card in turn.Cards.Select(card => DataCards.Of(card, culture)).OfType<JsonObject>())
        {
            var size = card.ToJsonString().Length;
            if (size > room)
            {
                messages.Add(Plain(string.Empty));
                room = LargestCards;
            }

            room -= size;
            Attach(messages[^1], card);
        }

        return messages;
    }

    /// <summary>Writes a message of our own that no turn stands behind.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="actions">What can be pressed, each also what is then said; none for no buttons.</param>
    /// <param name="person">Who may press.</param>
    /// <returns>The message.</returns>
    public static JsonObject Plain(string text, IReadOnlyList<string>? actions = null, string? person = null)
    {
        var message = new JsonObject { ["type"] = "message" };
        if (text.Length > 0)
        {
            message["text"] = text;
            message["textFormat"] = "markdown";
        }

        if (actions is { Count: > 0 } && person is not null)
        {
            message["suggestedActions"] = new JsonObject
            {
                ["to"] = new JsonArray(person),
                ["actions"] = new JsonArray([.. actions.Select(action => new JsonObject { ["type"] = "imBack", ["title"] = action, ["value"] = action })]),
            };
        }

        return message;
    }

    /// <summary>Adds a card to a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="card">The card.</param>
    public static void Attach(JsonObject message, JsonObject card)
    {
        if (message["attachments"] is not JsonArray attachments)
        {
            message["attachments"] = attachments = [];
        }

        attachments.Add(new JsonObject { ["contentType"] = AdaptiveCard.ContentType, ["content"] = card });
    }

    private JsonObject Message(string text, Turn turn, bool personal, bool defined)
    {
        var message = Plain(text);

        // One root entity holds everything: with two, Teams refuses the message.
        var entity = new JsonObject
        {
            ["type"] = MessageEntity,
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["@id"] = string.Empty,
            ["additionalType"] = new JsonArray("AIGeneratedContent"),
        };
        if (label is not null)
        {
            entity["usageInfo"] = new JsonObject { ["@type"] = "CreativeWork", ["@id"] = label.Id, ["name"] = label.Name, ["description"] = label.Description ?? label.Name };
        }

        var citations = turn.Sources
            .Select(source => (Source: source, Number: MarkedText.Number(source)))
            .Where(s => s.Number is > 0 and <= MarkedText.MostCitations && text.Contains($"[{s.Number.ToString(CultureInfo.InvariantCulture)}]", StringComparison.Ordinal))
            .DistinctBy(s => s.Number)
            .Select(s => (JsonNode)Claim(s.Source, s.Number, turn.TurnId, personal))
            .ToArray();
        if (citations.Length > 0)
        {
            entity["citation"] = new JsonArray(citations);
            if (defined)
            {
                message["text"] = text + "\n\n" + string.Join('\n', citations.Select(Definition));
            }
        }

        message["entities"] = new JsonArray(entity);
        message["channelData"] = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } };
        return message;
    }

    private JsonObject Claim(Source source, int number, string turn, bool personal)
    {
        var appearance = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = Short(source.Title, LongestName),
            ["abstract"] = Short(source.Excerpt.Length == 0 ? source.Title : source.Excerpt, LongestExcerpt),
            ["keywords"] = new JsonArray([.. Keywords(source).Select(word => JsonValue.Create(Short(word, LongestKeyword)))]),
        };
        if (Link(source, turn, personal) is { } link)
        {
            appearance["url"] = link.AbsoluteUri;
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = number, ["appearance"] = appearance };
    }

    /// <summary>What a mark stands for, as markdown defines a link. A source that opens nowhere is opened in place, with its passage.</summary>
    private static string Definition(JsonNode claim)
    {
        var appearance = claim["appearance"]!.AsObject();
        if (appearance["url"] is null)
        {
            appearance["text"] = appearance["abstract"]!.DeepClone();
        }

        var title = ((string)appearance["name"]!).Replace('"', '\'').Replace('\\', '/').Replace("<", "&lt;", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"[{(int)claim["position"]!}]: <{(string?)appearance["url"] ?? $"cite:{(int)claim["position"]!}"}> \"{title}\"");
    }

    private static IEnumerable<string> Keywords(Source source)
    {
        yield return source.Kind.ToString();
        if (source.Version is { Length: > 0 } version)
        {
            yield return version;
        }

        yield return source.AsOf.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
    }

    // A record opens in the ERP, where its own rights hold; our page opens for the one who asked, and so not for others who read along.
    private Uri? Link(Source source, string turn, bool personal)
        => Uri.TryCreate(source.Uri, UriKind.Absolute, out var own) && own.Scheme == Uri.UriSchemeHttps ? own
            : personal && publicAddress?.Scheme == Uri.UriSchemeHttps ? new Uri(publicAddress, $"/sources/{Uri.EscapeDataString(turn)}/{Uri.EscapeDataString(source.Id)}")
            : null;

    private static string Short(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
        {
            return line.Length == 0 ? "–" : line;
        }

        var cut = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        return line[..cut] + "…";
    }
}
