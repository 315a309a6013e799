using Copilot.Conversation.Planning;

namespace Copilot.Conversation.Routing;

/// <summary>
/// Makes of each example the words that a person in a hurry would type: "which lots of {product} expire first" teaches "lots {product} expire first" too. Half the
/// questions on a phone are written so, and authors write sentences.
/// </summary>
internal static class TerseExamples
{
    private const int ShortestWord = 3;
    private const int FewestWords = 2;

    /// <summary>Gives the examples and their terse forms, where those differ and still say something.</summary>
    public static IEnumerable<RoutingExample> With(IReadOnlyList<RoutingExample> examples)
        => examples.Concat(examples.Where(e => !e.IsNot).Select(Of).OfType<RoutingExample>());

    private static RoutingExample? Of(RoutingExample example)
    {
        var words = Features.Words(example.Text);
        var kept = words.FindAll(w => w[0] is '{' or '0' || (w.Length >= ShortestWord && !SlotWords.IsConnective(w)));
        return kept.Count >= FewestWords && kept.Count < words.Count ? example with { Text = string.Join(' ', kept) } : null;
    }
}
