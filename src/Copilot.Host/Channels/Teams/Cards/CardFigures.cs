using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels.Teams.Cards;

/// <summary>Writes values as people in a country read them. A value that is not what its kind says is shown as it is.</summary>
internal static class CardFigures
{
    /// <summary>Finds how figures are written for a person.</summary>
    /// <param name="locale">The person's locale, such as <c>en-GB</c>. Untrusted.</param>
    /// <returns>The culture; English when there is none of that name.</returns>
    public static CultureInfo Culture(string? locale)
    {
        try
        {
            return locale is { Length: > 0 and < 20 } ? CultureInfo.GetCultureInfo(locale, predefinedOnly: true) : CultureInfo.GetCultureInfo("en-GB");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en-GB");
        }
    }

    /// <summary>Says whether values of a kind stand on the right.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for figures.</returns>
    public static bool IsFigure(FactKind kind) => kind is FactKind.Number or FactKind.Quantity or FactKind.Money or FactKind.Percent or FactKind.Days;

    /// <summary>Writes a value of a table.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="culture">How figures are written.</param>
    /// <returns>The text.</returns>
    public static string Text(JsonValue? value, FactKind kind, CultureInfo culture) => value?.GetValueKind() switch
    {
        null => "–",
        JsonValueKind.True => Phrases.In(culture.TwoLetterISOLanguageName, "yes"),
        JsonValueKind.False => Phrases.In(culture.TwoLetterISOLanguageName, "no"),
        _ => Text(value.ToString(), kind, culture),
    };

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value, invariant.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="culture">How figures are written.</param>
    /// <param name="unit">Its unit, or null.</param>
    /// <returns>The text.</returns>
    public static string Text(string value, FactKind kind, CultureInfo culture, string? unit = null)
    {
        var text = kind switch
        {
            FactKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("d MMM yyyy", culture),
            FactKind.DateTime when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm", culture) + " UTC",
            _ when IsFigure(kind) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Number(number, kind, culture),
            _ => value,
        };
        return unit is null ? text : $"{text} {unit}";
    }

    // No digit is lost: money has two at least, other figures those they came with.
    private static string Number(decimal number, FactKind kind, CultureInfo culture) => kind switch
    {
        FactKind.Money => number.ToString("#,##0.00####", culture),
        FactKind.Percent => number.ToString("#,##0.######", culture) + " %",
        _ => number.ToString("#,##0.######", culture),
    };
}
