using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Dates;

/// <summary>Reads quantities ("240 pcs"), money ("over €10k") and counts ("top 5") in a question.</summary>
internal static partial class AmountReader
{
    private const string Number = @"\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?";
    private const string Currency = "€|\\$|£|eur(?:os?)?|usd|gbp|dollars?|pounds?";
    private const string Unit = "pcs?|pieces?|units?|box(?:es)?|pallets?|rolls?|pairs?|cartons?|cases?|packs?|kg|kilos?|lit(?:re|er)s?|l|ea";

    /// <summary>Finds the amounts of a question, without those inside the given spans (dates).</summary>
    public static IReadOnlyList<Amount> Find(QuestionText text, IEnumerable<(int Start, int End)> taken)
    {
        var busy = taken.ToList();
        var amounts = new List<Amount>();
        Collect(MoneyBefore(), AmountKind.Money);
        Collect(MoneyAfter(), AmountKind.Money);
        Collect(Quantity(), AmountKind.Quantity);
        Collect(Top(), AmountKind.Count);
        Collect(Ranked(), AmountKind.Count);
        Collect(Compared(), AmountKind.Plain);
        Collect(BeforeCode(), AmountKind.Quantity);
        Collect(WishedFor(), AmountKind.Quantity);
        Collect(TakenBy(), AmountKind.Quantity);
        Collect(Delivered(), AmountKind.Quantity);
        Collect(Alone(), AmountKind.Quantity);
        return [.. amounts.OrderBy(a => a.Start)];

        void Collect(Regex pattern, AmountKind kind)
        {
            foreach (Match match in pattern.Matches(text.Folded))
            {
                if (busy.Exists(b => match.Index < b.End && b.Start < match.Index + match.Length) || Value(match) is not { } value)
                {
                    continue;
                }

                busy.Add((match.Index, match.Index + match.Length));
                amounts.Add(new Amount(match.Index, match.Index + match.Length, kind, value, match.Groups["u"].Success ? match.Groups["u"].Value : null));
            }
        }
    }

    /// <summary>Reads a number in English or continental writing: the last separator with one, two or more than three digits behind it is the decimal one.</summary>
    public static decimal? Parse(string written)
    {
        var text = written.Replace(" ", string.Empty, StringComparison.Ordinal);
        var last = text.LastIndexOfAny(['.', ',']);
        if (last >= 0)
        {
            var other = text[last] == '.' ? ',' : '.';
            var isDecimal = text.Contains(other, StringComparison.Ordinal) || (text.Length - last - 1 != 3 && text.IndexOf(text[last], StringComparison.Ordinal) == last);
            text = isDecimal
                ? text[..last].Replace(other.ToString(), string.Empty, StringComparison.Ordinal) + "." + text[(last + 1)..]
                : text.Replace(text[last].ToString(), string.Empty, StringComparison.Ordinal).Replace(other.ToString(), string.Empty, StringComparison.Ordinal);
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static decimal? Value(Match match)
    {
        var written = match.Groups["n"].Value;
        var value = Array.IndexOf(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], written) is >= 0 and var word ? word + 1 : Parse(written);
        var factor = match.Groups["k"].Value switch { "k" or "thousand" => 1_000m, "m" or "mio" or "million" => 1_000_000m, _ => 1m };
        return value is { } v && v <= 1_000_000_000_000m ? v * factor : null;
    }

    [GeneratedRegex(@"(?<![\w])(?<u>" + Currency + @") ?(?<n>" + Number + @")(?: ?(?<k>k|m|mio|thousand|million)\b)?(?![\w])")]
    private static partial Regex MoneyBefore();

    [GeneratedRegex(@"(?<![\w.,/-])(?<n>" + Number + @")(?: ?(?<k>k|m|mio|thousand|million))? ?(?<u>" + Currency + @")(?![\w])")]
    private static partial Regex MoneyAfter();

    [GeneratedRegex(@"(?<![\w.,/-])(?<n>" + Number + @") ?(?<u>" + Unit + @")(?![\w])")]
    private static partial Regex Quantity();

    /// <summary>A number right before a product's reference: "200 of GLV-NIT-L", "buy 200 GLV-NIT-L"; not the number of a document, "order 200 GLV-NIT-L".</summary>
    [GeneratedRegex(@"(?<![\w.,/#-])(?<!\b(?:orders?|purchase|po|so|quotes?|quotations?|delivery|deliveries|invoices?|bills?|tickets?|number|no\.?|nr\.?|line|lot) )(?<n>" + Number + @") ?(?:x )?(?:more )?(?:of )?(?=[a-z]{2,}[a-z0-9]*-(?=[a-z0-9-]*[0-9-])[a-z0-9-]*[a-z0-9](?![\w/]))")]
    private static partial Regex BeforeCode();

    /// <summary>What is a document's name elsewhere is a wish at the beginning of a sentence: "order 200 GLV-NIT-L", "please order 200 of GLV-NIT-L".</summary>
    [GeneratedRegex(@"(?<=(?:^|[.;!?]\s*|\b(?:please|to|and|then|also|just|you) )(?:order|purchase|quote|invoice) )(?<n>" + Number + @") (?:x )?(?:more )?(?:of )?(?=[a-z]{2,}[a-z0-9]*-(?=[a-z0-9-]*[0-9-])[a-z0-9-]*[a-z0-9](?![\w/]))")]
    private static partial Regex WishedFor();

    /// <summary>"… if they take 200": a number at the end of what somebody takes, buys or needs.</summary>
    [GeneratedRegex(@"(?<=\b(?:takes?|taking|took|buys?|buying|needs?|needing|wants?|wanting|they order|he orders|she orders|customer orders|promise|deliver|ship) )(?<n>" + Number + @")(?: ?(?:of (?:it|them|those|these))?)(?=\s*(?:[?.!,;]|$|\b(?:by|for|until|from|tomorrow|today|next|this|instead)\b))")]
    private static partial Regex TakenBy();

    /// <summary>What can be delivered of goods: "can we deliver 200 nitrile gloves"; not so many orders, and no day of a month.</summary>
    [GeneratedRegex(@"(?<=\b(?:can|could|may|will|would|to|should|please) (?:(?:we|i|you|they) )?(?:still )?(?:deliver|ship|promise|supply|send|sell) )(?<n>" + Number + @") (?=[a-z])(?!(?:orders?|deliver(?:y|ies)|shipments?|transfers?|receipts?|lines?|tickets?|invoices?|bills?|quotes?|quotations?|customers?|suppliers?|products?|items?|days?|weeks?|months?|hours?|minutes?|percent|people|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|more|of|or|and|to|by)\b)")]
    private static partial Regex Delivered();

    /// <summary>"And 500?": nothing but a number is another quantity.</summary>
    [GeneratedRegex(@"^\W*(?:and|or|what about|how about|what if|and what about)(?: (?:for|with|at|of|if|they take|it is|it's))* (?<n>" + Number + @")\W*$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(?:top|first|best|worst) (?<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\b")]
    private static partial Regex Top();

    [GeneratedRegex(@"\b(?:the )?(?<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:(?:most|least) \w+|biggest|largest|worst|best|oldest|latest|highest|lowest|smallest)\b|\b(?:biggest|largest|worst|best|oldest|highest|lowest) (?<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\b")]
    private static partial Regex Ranked();

    [GeneratedRegex(@"\b(?:over|above|more than|at least|exceeding|bigger than|larger than|greater than|under|below|less than|at most|up to) (?<n>" + Number + @")(?: ?(?<k>k|m|mio|thousand|million))?(?![\w%])(?! ?(?:%|days?|weeks?|months?|percent|hours?))")]
    private static partial Regex Compared();
}
