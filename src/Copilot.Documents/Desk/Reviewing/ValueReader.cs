using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Extraction;
using Copilot.Documents.Extraction.Pages;

namespace Copilot.Documents.Desk.Reviewing;

/// <summary>Reads what people type or pick, as the document writes it. What may mean two things is asked back, never guessed.</summary>
/// <param name="page">The document's pages; null for formats without pages.</param>
internal sealed partial class ValueReader(PageText? page)
{
    private const int LongestText = 500;
    private const double Certain = 0.9;

    private readonly NumberStyle _numbers = page?.Numbers ?? new NumberStyle('.');
    private readonly DateStyle _dates = page?.Dates ?? new DateStyle(null, Usual: false);

    /// <summary>Reads a value.</summary>
    /// <param name="name">The field.</param>
    /// <param name="text">What is written.</param>
    /// <param name="picked">It was picked on the page, so it is written as the document writes.</param>
    /// <returns>A text or a decimal number.</returns>
    /// <exception cref="CopilotException">It can't be read; the message says how to write it.</exception>
    public object Read(string name, string text, bool picked)
    {
        var plain = Plain(text);
        if (FieldKinds.Of(name) is null)
        {
            throw new CopilotException($"There is no field \"{DocumentDraft.Short(name)}\"; the fields are {string.Join(", ", FieldKinds.Names)}.");
        }

        if (plain.Length is 0 or > LongestText)
        {
            throw Trouble(name, plain, string.Create(CultureInfo.InvariantCulture, $"a value has 1 to {LongestText} characters"));
        }

        return FieldKinds.Of(name) switch
        {
            FieldKind.Amount => Number(name, plain, picked),
            FieldKind.Date => Day(name, plain),
            FieldKind.Currency => Currency(plain) ?? throw Trouble(name, plain, "write the three letters, for example EUR"),
            FieldKind.Iban => BankNumber.LooksLikeIban(plain) ? plain.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant() : throw Trouble(name, plain, "an IBAN begins with two letters and two digits and has 15 to 34 characters"),
            _ => plain,
        };
    }

    /// <summary>Reads a value; null when nothing is written.</summary>
    /// <exception cref="CopilotException">It can't be read, or there is no such field.</exception>
    public object? ReadOrNone(string name, string? text, bool picked)
        => FieldKinds.Of(name) is not null && string.IsNullOrWhiteSpace(text) ? null : Read(name, text ?? string.Empty, picked);

    /// <summary>Reads a number; null when nothing is written.</summary>
    /// <exception cref="CopilotException">It can't be read.</exception>
    public decimal? NumberOrNone(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null : Number(name, Plain(text), picked: false);

    /// <summary>Cleans a text; null when nothing is written.</summary>
    public static string? TextOrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : Plain(text) is var plain && plain.Length > LongestText ? plain[..LongestText] : plain;

    private decimal Number(string name, string text, bool picked)
    {
        if (!picked && Ambiguous().IsMatch(text))
        {
            throw Trouble(name, text, "it may be a thousand or a fraction; write all digits without a mark, or with two decimals");
        }

        return _numbers.Amount(text) ?? throw Trouble(name, text, "it is not a number; write it like 1234.56");
    }

    private string Day(string name, string text)
        => _dates.First(text) is not var (iso, sure, _) ? throw Trouble(name, text, "it is not a date; write it like 2026-03-31")
            : sure >= Certain ? iso : throw Trouble(name, text, "day and month may be the other way round; write it like 2026-03-31");

    private static string? Currency(string text) => text switch
    {
        "€" => "EUR",
        "£" => "GBP",
        _ when text.Length == 3 && text.All(char.IsAsciiLetter) => text.ToUpperInvariant(),
        _ => null,
    };

    private static string Plain(string text) => Spaces().Replace(new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]), " ").Trim();

    private static CopilotException Trouble(string name, string text, string repair) => new($"{DocumentDraft.Short(name)}: \"{DocumentDraft.Short(text)}\" can't be taken: {repair}.");

    [GeneratedRegex(@"^[-+]?\d{1,3}[.,]\d{3}$")]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
