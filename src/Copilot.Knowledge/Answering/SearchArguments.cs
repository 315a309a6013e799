using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>The arguments of <c>knowledge.search</c>, read from untrusted JSON.</summary>
/// <param name="Question">The question.</param>
/// <param name="Parties">The customer and supplier it is about.</param>
/// <param name="Product">The product it is about, or null.</param>
/// <param name="AsOf">The day whose documents hold, or null for today.</param>
/// <param name="Fault">What is wrong, or null.</param>
internal sealed partial record SearchArguments(string Question, IReadOnlyList<string> Parties, string? Product, DateOnly? AsOf, string? Fault)
{
    private const int LongestQuestion = 8000;
    private const int LongestName = 200;

    /// <summary>Gets a value indicating whether a supplier is named.</summary>
    public bool HasSupplier { get; private init; }

    /// <summary>Gets all names.</summary>
    public IReadOnlyList<string> Names => Product is null ? Parties : [.. Parties, Product];

    /// <summary>
    /// Gets the day whose documents hold. A period that includes today ("this week") begins in the past and is still about the rules of
    /// today, and nobody knows the rules of a coming day better than today's.
    /// </summary>
    public DateOnly DayAsked(DateOnly today) => !Present().IsMatch(Question) && (AsOf ?? QuestionDay.In(Question, today)) is { } day && day < today ? day : today;

    /// <summary>Reads the arguments; the turn's own question stands in for a missing one.</summary>
    public static SearchArguments Read(JsonObject arguments, string fallback)
    {
        var question = Text(arguments, "question") ?? fallback;
        var day = Text(arguments, "as_of");
        DateOnly? asOf = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        var names = new[] { Text(arguments, "customer"), Text(arguments, "supplier") }.OfType<string>().ToList();
        var product = Text(arguments, "product");
        var fault = string.IsNullOrWhiteSpace(question) ? "There is no question to look for."
            : question.Length > LongestQuestion ? "The question is longer than 8,000 characters; shorten it."
            : day is not null && asOf is null ? "The day is not a date; write it as 2026-03-31."
            : names.Append(product).Any(n => n?.Length > LongestName) ? "A name is longer than 200 characters; shorten it."
            : null;
        return new SearchArguments(question, names, product, asOf, fault) { HasSupplier = Text(arguments, "supplier") is not null };
    }

    private static string? Text(JsonObject arguments, string name)
        => arguments[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    [GeneratedRegex(@"\b(?:this (?:week|month|quarter|year)|today|now|currently|at present|at the moment|tomorrow|next|coming)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Present();
}
