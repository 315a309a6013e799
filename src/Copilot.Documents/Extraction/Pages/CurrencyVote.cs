using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>The currency of a document: the one that stands at most of its amounts.</summary>
/// <param name="Code">The code by ISO 4217.</param>
/// <param name="Share">The share of marks that say so, 0 to 1.</param>
/// <param name="Row">Where one of them stands.</param>
/// <param name="Words">Its word.</param>
internal sealed partial record CurrencyVote(string Code, double Share, int Row, IReadOnlyList<PlacedWord> Words)
{
    /// <summary>Counts; null when there is no mark.</summary>
    public static CurrencyVote? Of(PageText text)
    {
        var named = new List<string>();
        var votes = new Dictionary<string, (int Count, int Row, PlacedWord Word)>();
        for (var r = 0; r < text.Rows.Count; r++)
        {
            // "SAS au capital de 150 000 €": what a company is worth is no amount of its bill.
            if (Capital().IsMatch(text.Rows[r].Text))
            {
                continue;
            }

            foreach (var word in text.Rows[r].Cells.SelectMany(c => c.Words))
            {
                foreach (Match mark in Mark().Matches(word.Text))
                {
                    var code = mark.Value.ToUpperInvariant() switch { "€" or "EURO" or "EUROS" => "EUR", "$" or "US$" => "USD", "£" => "GBP", "¥" => "JPY", "C$" or "CA$" => "CAD", "A$" => "AUD", var said => said };

                    // A currency that is named outweighs the sign, which several share.
                    var vote = mark.Length == 3 ? 3 : 1;
                    if (mark.Length == 3 && !named.Contains(code))
                    {
                        named.Add(code);
                    }

                    votes[code] = votes.TryGetValue(code, out var had) ? (had.Count + vote, had.Row, had.Word) : (vote, r, word);
                }
            }
        }

        if (votes.Count == 0)
        {
            return null;
        }

        // A dollar sign is that of the dollar that is named, be it the Australian one.
        if (votes.TryGetValue("USD", out var sign) && !named.Contains("USD") && named.Find(n => n is "AUD" or "CAD" or "NZD" or "SGD" or "HKD") is { } dollar)
        {
            votes[dollar] = votes[dollar] with { Count = votes[dollar].Count + sign.Count };
            votes.Remove("USD");
        }

        var (best, (count, row, first)) = votes.MaxBy(v => v.Value.Count);
        return new CurrencyVote(best, (double)count / votes.Values.Sum(v => v.Count), row, [first]);
    }

    [GeneratedRegex(@"\b(?:au|con|de|di) capital|capital social|capitale sociale|Stammkapital|Grundkapital", RegexOptions.IgnoreCase)]
    private static partial Regex Capital();

    [GeneratedRegex(@"(?<![A-Za-z])(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|JPY|HUF|[Ee]uros?|EUROS?)(?![A-Za-z])|US\$|CA?\$|A\$|€|£|\$|¥")]
    private static partial Regex Mark();
}
