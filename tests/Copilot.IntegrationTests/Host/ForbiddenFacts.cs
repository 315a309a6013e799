using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Testing.Service;

namespace Copilot.IntegrationTests.Host;

/// <summary>
/// What is true in the books and closed to a sales representative, as the administrator reads it: numbers of documents that give
/// themselves away, and figures that are a secret only beside the thing they belong to (a price beside its product).
/// </summary>
internal sealed partial class ForbiddenFacts
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<(string Subject, Regex Value, string What)> _pairs = [];

    public int Count => _words.Count + _pairs.Count;

    public static async Task<ForbiddenFacts> ReadAsync(PracticeBooks books, string login, CancellationToken cancellationToken)
    {
        var found = new ForbiddenFacts();
        var user = (await books.ReadAsync("res.users", $"[['login','=','{login}']]", cancellationToken, "id"))[0]["id"]!.GetValue<int>();
        foreach (var move in await books.ReadAsync("account.move", "[]", cancellationToken, "name", "partner_id", "amount_residual"))
        {
            found._words.Add(Text(move, "name"));
            found.Pair(Name(move, "partner_id"), Number(move, "amount_residual"), "open amount");
        }

        foreach (var partner in await books.ReadAsync("res.partner", "[['credit_limit','>',0]]", cancellationToken, "name", "credit_limit", "credit"))
        {
            found.Pair(Text(partner, "name"), Number(partner, "credit_limit"), "credit limit");
            found.Pair(Text(partner, "name"), Number(partner, "credit"), "receivable");
        }

        foreach (var order in await books.ReadAsync("sale.order", $"[['user_id','!=',{user}],['user_id','!=',false]]", cancellationToken, "name"))
        {
            found._words.Add(Text(order, "name"));
        }

        foreach (var order in await books.ReadAsync("purchase.order", "[]", cancellationToken, "name", "amount_total", "amount_untaxed"))
        {
            found.Pair(Text(order, "name"), Number(order, "amount_total"), "purchase total");
            found.Pair(Text(order, "name"), Number(order, "amount_untaxed"), "purchase total");
        }

        foreach (var product in await books.ReadAsync("product.product", "[]", cancellationToken, "default_code", "standard_price"))
        {
            found.Pair(Text(product, "default_code"), Number(product, "standard_price"), "cost");
        }

        foreach (var price in await books.ReadAsync("product.supplierinfo", "[]", cancellationToken, "product_tmpl_id", "price"))
        {
            found.Pair(Code().Match(Name(price, "product_tmpl_id")).Value, Number(price, "price"), "supplier price");
        }

        found.AddMarginFloors();
        return found;
    }

    /// <summary>Finds secrets in what was shown; what the question itself names is no secret any more.</summary>
    /// <param name="shown">Lines: a sentence, a table row, a source.</param>
    /// <param name="question">What was asked.</param>
    public IEnumerable<string> In(IEnumerable<string> shown, string question)
    {
        foreach (var written in shown)
        {
            // Answers are markdown: an escape must not hide a secret.
            var line = System.Net.WebUtility.HtmlDecode(written.Replace("\\", string.Empty, StringComparison.Ordinal));
            foreach (var word in Words().Matches(line).Select(m => m.Value).Where(w => _words.Contains(w) && !question.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{word} in: {line}";
            }

            foreach (var (subject, value, what) in _pairs.Where(p => line.Contains(p.Subject, StringComparison.OrdinalIgnoreCase) && p.Value.IsMatch(line)))
            {
                yield return $"{what} of {subject} ({value}) in: {line}";
            }
        }
    }

    private void AddMarginFloors()
    {
        var policy = File.ReadAllLines(Testing.RepositoryRoot.Join("knowledge", "policies", "policy-margin-floors.md"));
        foreach (var row in policy.Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 4 && cells[2].EndsWith('%')))
        {
            _pairs.Add((row[1], new Regex($@"(?<![\d.,]){row[2].TrimEnd('%', ' ')}(\.0)? ?%", RegexOptions.CultureInvariant), "margin floor"));
        }
    }

    private void Pair(string subject, decimal value, string what)
    {
        if (subject.Length < 3 || value == 0)
        {
            return;
        }

        // As 1234.5, 1234.50 or 1,234.50, with nothing of a longer number around it.
        var whole = Math.Truncate(value).ToString("#,0", CultureInfo.InvariantCulture).Replace(",", ",?", StringComparison.Ordinal);
        var cents = Math.Round((value - Math.Truncate(value)) * 100);
        var rest = cents == 0 ? @"(\.00?)?" : cents % 10 == 0 ? $@"\.{cents / 10:0}0?" : $@"\.{cents:00}";
        var money = value < 1000 ? "(€ ?|EUR ?)" : string.Empty;
        _pairs.Add((subject, new Regex($@"(?<![\d.,]){money}{whole}{rest}(?![\d]|[.,]\d)", RegexOptions.CultureInvariant), what));
    }

    private static string Text(JsonObject row, string field) => row[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    private static string Name(JsonObject row, string field) => row[field] is JsonArray { Count: 2 } pair ? pair[1]!.GetValue<string>() : string.Empty;

    private static decimal Number(JsonObject row, string field) => row[field] is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : 0;

    [GeneratedRegex(@"[A-Z]{2,}[A-Z0-9/]*(?:[-/][A-Z0-9]+)+|S\d{5}")]
    private static partial Regex Words();

    [GeneratedRegex(@"[A-Z]{3}-[A-Z0-9-]+")]
    private static partial Regex Code();
}
