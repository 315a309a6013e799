using System.Collections.Frozen;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Copilot.Conversation.Speaking;

/// <summary>
/// What the house says of its own accord, in the languages it speaks, found by its English wording: sentences, errors, headings of cards, steps. What tools found is
/// not among it: findings are held to their evidence in the words they were written in.
/// </summary>
public static class Phrases
{
    private static readonly string[] Order = ["en", "de", "fr", "es", "nl", "it"];

    private static readonly FrozenDictionary<string, string[]> Known = Read().ToFrozenDictionary(row => row[0], row => row, StringComparer.Ordinal);

    /// <summary>Gets the languages, ISO 639-1 codes; English first.</summary>
    public static IReadOnlyList<string> Languages => Order;

    /// <summary>Gets all phrases, each in every language in the order of <see cref="Languages"/>.</summary>
    public static IEnumerable<IReadOnlyList<string>> All => Known.Values;

    /// <summary>Says a phrase.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <param name="english">The phrase in English.</param>
    /// <returns>The phrase in that language; as it is when it, or the language, is not known.</returns>
    public static string In(string language, string english)
        => Array.IndexOf(Order, language) is > 0 and var at && Known.TryGetValue(english, out var all) ? all[at] : english;

    /// <summary>Says a phrase with what is filled in.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <param name="english">The phrase in English with places such as <c>{0}</c>.</param>
    /// <param name="parts">What stands there; figures are written as the language writes them.</param>
    /// <returns>The sentence.</returns>
    public static string In(string language, string english, params ReadOnlySpan<object?> parts) => string.Format(Culture(language), In(language, english), parts);

    /// <summary>Finds how a language writes figures.</summary>
    /// <param name="language">An ISO 639-1 code.</param>
    /// <returns>The culture; the invariant one for English and for what the house does not speak.</returns>
    public static CultureInfo Culture(string language) => Array.IndexOf(Order, language) > 0 ? CultureInfo.GetCultureInfo(language) : CultureInfo.InvariantCulture;

    private static IEnumerable<string[]> Read()
    {
        var assembly = typeof(Phrases).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("phrases/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                yield return Row(parser, name);
            }
        }
    }

    /// <summary>Reads one phrase: a list with one text a language.</summary>
    private static string[] Row(Parser parser, string file)
    {
        var start = parser.Consume<SequenceStart>().Start;
        var row = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            row.Add(parser.Consume<Scalar>().Value);
        }

        return row.Count == Order.Length
            ? [.. row]
            : throw new InvalidOperationException($"{file}.yaml, line {start.Line}: a phrase has one text for each of {string.Join(", ", Order)}, here are {row.Count}.");
    }
}
