using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Exceptions;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>New exceptions as one card: what is wrong, why, what it costs, the records, and what can be done. A button carries the case's id and nothing that is believed.</summary>
internal static class ExceptionCards
{
    /// <summary>The verb that says where a case stands.</summary>
    public const string Settle = "exception.settle";

    /// <summary>The verb that proposes one of a case's actions.</summary>
    public const string Propose = "exception.propose";

    /// <summary>The beginning of the names of the inputs with reasons.</summary>
    public const string Why = "why";

    private const int MostCases = 5;
    private const int MostActions = 2;
    private const int MostRecords = 6;
    private const int LongestText = 500;

    /// <summary>Writes the card.</summary>
    /// <param name="cases">The new cases, the most pressing first.</param>
    /// <param name="open">How many are open for this person in all.</param>
    /// <param name="culture">How figures are written.</param>
    /// <returns>The card.</returns>
    public static JsonObject Of(IReadOnlyList<ExceptionCase> cases, int open, CultureInfo culture)
    {
        List<JsonNode> body = [];
        if (cases.Count > 1)
        {
            body.Add(AdaptiveCard.Heading(Phrases.In(Language(culture), "{0} new exceptions", cases.Count)));
        }

        body.AddRange(cases.Take(MostCases).SelectMany((one, i) => Case(ExceptionWords.In(Language(culture), one), i, culture)));
        var left = cases.Count - MostCases;
        var more = left > 0 ? Phrases.In(Language(culture), "and {0} more. ", left) : string.Empty;
        if (more.Length > 0 || open > cases.Count)
        {
            body.Add(AdaptiveCard.Line(more + Phrases.In(Language(culture), "{0} are open for you: ask \"what needs my attention\".", open), subtle: true));
        }

        return AdaptiveCard.Of(body);
    }

    private static IEnumerable<JsonNode> Case(ExceptionCase one, int at, CultureInfo culture)
    {
        yield return AdaptiveCard.Heading(one.Title);
        yield return AdaptiveCard.Line(Cut(one.Summary));
        var facts = Facts(one, culture).ToList();
        yield return AdaptiveCard.Pairs(facts);
        var records = one.Records.Where(r => Uri.TryCreate(r.Uri, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps).Take(MostRecords).ToList();
        yield return Actions(
        [
            .. one.Actions.Take(MostActions).Select((action, i) => Button(Propose, Cut(action.Summary, 100), new() { ["case"] = one.Id, ["action"] = i }, "positive")),
            Button(Settle, Say(culture, "I deal with it"), new() { ["case"] = one.Id, ["state"] = "acting" }),
            new JsonObject { ["type"] = "Action.ShowCard", ["title"] = Say(culture, "Dismiss…"), ["card"] = Dismiss(one, at, culture) },
            .. records.Select(r => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = Phrases.In(Language(culture), "Open {0}", r.Name), ["url"] = new Uri(r.Uri).AbsoluteUri }),
        ]);
    }

    private static IEnumerable<(string, string)> Facts(ExceptionCase one, CultureInfo culture)
    {
        yield return (Say(culture, "Why"), Cut(one.Cause));
        if (one.Impact.Revenue is { } revenue)
        {
            yield return (Say(culture, "Hits"), Money(revenue, culture));
        }

        if (one.Impact.Margin is { } margin)
        {
            yield return (Say(culture, "Margin at stake"), Money(margin, culture));
        }

        if (one.Impact.CustomerClass is { } customer)
        {
            yield return (Say(culture, "Customer class"), customer);
        }

        if (one.Impact.Sla is { } promise)
        {
            yield return (Say(culture, "Promise"), promise + one.Impact.Recoverable switch { true => Say(culture, ", can still be kept"), false => Say(culture, ", can't be kept any more"), null => string.Empty });
        }

        if (one.Records.Count > 0)
        {
            yield return (Say(culture, "Records"), string.Join(", ", one.Records.Take(MostRecords).Select(r => r.Name)));
        }

        yield return (Say(culture, "How pressing"), Phrases.In(Language(culture), "{0:0} of 100; how sure: {1:0} %", one.Score, one.Confidence * 100));
    }

    private static JsonObject Dismiss(ExceptionCase one, int at, CultureInfo culture)
    {
        var name = Why + at.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = new JsonArray(new JsonObject { ["type"] = "Input.Text", ["id"] = name, ["label"] = Say(culture, "Why nothing is to be done"), ["maxLength"] = 500, ["isRequired"] = true, ["errorMessage"] = Say(culture, "Say why, so that others understand it.") }),
            ["actions"] = new JsonArray(Button(Settle, Say(culture, "Dismiss"), new() { ["case"] = one.Id, ["state"] = "dismissed", ["input"] = name }, "destructive")),
        };
    }

    private static JsonObject Actions(IEnumerable<JsonNode> actions) => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    private static JsonObject Button(string verb, string title, JsonObject data, string style = "default")
    {
        data["verb"] = verb;
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = title,
            ["verb"] = verb,
            ["style"] = style,
            ["data"] = data,
            ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data.DeepClone() },
        };
    }

    private static string Say(CultureInfo culture, string english) => Phrases.In(Language(culture), english);

    private static string Language(CultureInfo culture) => culture.TwoLetterISOLanguageName;

    private static string Money(Exposure money, CultureInfo culture) => CardFigures.Text(money.Amount.ToString(CultureInfo.InvariantCulture), FactKind.Money, culture, money.Currency);

    private static string Cut(string text, int most = LongestText) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
