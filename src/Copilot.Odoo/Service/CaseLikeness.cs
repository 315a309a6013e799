using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Service;

/// <summary>How alike cases are: words in common, rare ones count more, and the same product.</summary>
/// <param name="cases">The cases compared with, for how rare each word is.</param>
internal sealed class CaseLikeness(IReadOnlyList<Case> cases)
{
    private const double SameProduct = 0.25;

    // Words of every complaint say nothing about its kind.
    private static readonly HashSet<string> Ordinary = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "of", "to", "and", "or", "is", "are", "was", "were", "we", "our", "us", "you", "your", "it", "its", "this", "that", "these", "those", "for", "in", "on", "at", "with", "from", "by", "not", "no", "be",
        "have", "has", "had", "do", "did", "does", "can", "could", "would", "please", "any", "there", "their", "they", "them", "than", "then", "which", "what", "when", "how", "who", "so", "as", "if", "but", "more", "up",
        "case", "cases", "ticket", "tickets", "similar", "same", "like", "kind", "before", "earlier", "past", "previous", "previously", "history", "solve", "solved", "solution", "solutions", "end", "ended", "happened", "handle", "handled", "about", "customer",
        "customers", "complaint", "complaints", "problem", "problems", "issue", "issues", "show", "find", "me", "last", "time", "times", "usually", "such", "were", "resolve", "resolved", "outcome", "seen", "ever",
    };

    private readonly Dictionary<string, int> frequency = cases.SelectMany(c => Words(c.Subject + " " + c.Text)).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The words that tell one kind of case from another, without plural endings.</summary>
    public static IReadOnlySet<string> Words(string text)
        => text.Split([' ', ',', '.', ';', ':', '!', '?', '(', ')', '"', '\'', '/', '“', '”', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 2 && !Ordinary.Contains(w) && !w.All(char.IsDigit))
            .Select(w => Stem(w.ToUpperInvariant())).ToHashSet();

    /// <summary>0 for nothing in common, 1 for the same words.</summary>
    public double Of(IReadOnlySet<string> words, int? productId, Case other)
    {
        // Numbers and references are never of a kind, and a word that no case has tells none from another.
        var theirs = Words(other.Subject + " " + other.Text).Where(w => !w.Any(char.IsDigit)).ToHashSet();
        var ours = words.Where(frequency.ContainsKey).ToList();
        var common = ours.Where(theirs.Contains).Sum(Weight);
        var all = Math.Sqrt(ours.Sum(Weight) * Math.Max(theirs.Sum(Weight), 0.001));
        var likeness = all <= 0 ? 0 : common / all;
        return productId is not null && other.Row.Link("product_id")?.Id == productId ? likeness + SameProduct : likeness;
    }

    private double Weight(string word) => Math.Log(1 + ((cases.Count + 1.0) / (1 + frequency.GetValueOrDefault(word))));

    private static string Stem(string word)
        => Ending(word) is { Length: > 4 } stem && stem[^1] == 'E' ? stem[..^1] : Ending(word);

    private static string Ending(string word)
        => word.Length > 4 && word.EndsWith("IES", StringComparison.Ordinal) ? word[..^3] + "Y"
            : word.Length > 4 && word.EndsWith("ED", StringComparison.Ordinal) ? word[..^2]
            : word.Length > 3 && word.EndsWith('S') && !word.EndsWith("SS", StringComparison.Ordinal) ? word[..^1]
            : word;

    /// <summary>A product's reference inside a text names no kind of case.</summary>
    public static string WithoutProduct(Case ticket)
        => ticket.Row.Link("product_id") is { } product && ProductLabel.Code(product.Name) is { } code
            ? (ticket.Subject + " " + ticket.Text).Replace(code, " ", StringComparison.OrdinalIgnoreCase)
            : ticket.Subject + " " + ticket.Text;
}
