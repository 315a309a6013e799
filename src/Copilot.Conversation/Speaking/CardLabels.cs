using Copilot.Contracts;

namespace Copilot.Conversation.Speaking;

/// <summary>The headings of cards in the reader's language. Values stay as they were found; figures and days are written by whoever shows them.</summary>
internal static class CardLabels
{
    /// <summary>Writes a card's headings.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <param name="card">The card.</param>
    /// <returns>The card.</returns>
    public static Card In(string language, Card card) => language == "en" ? card : card switch
    {
        TableCard table => table with { Title = Say(language, card.Title), Columns = [.. table.Columns.Select(c => c with { Label = Say(language, c.Label) })] },
        KeyFiguresCard figures => figures with { Title = Say(language, card.Title), Items = [.. figures.Items.Select(i => i with { Label = Say(language, i.Label) })] },
        ChartCard chart => chart with { Title = Say(language, card.Title), Series = [.. chart.Series.Select(s => s with { Name = Say(language, s.Name) })] },
        RecordCard record => record with { Title = Say(language, card.Title), Fields = [.. record.Fields.Select(f => f with { Name = Say(language, f.Name) })] },
        DraftCard draft => draft with { Title = Say(language, card.Title) },
        _ => card,
    };

    // "Stock of GLV-NIT-L": what comes after the heading is a name.
    private static string Say(string language, string text)
    {
        var said = Phrases.In(language, text);
        return said != text || text.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var at) ? said : Phrases.In(language, text[..at]) + text[at..];
    }
}
