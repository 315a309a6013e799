using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>What the items of a list are about, so that what is said of one stands under it.</summary>
internal static class ItemTopics
{
    /// <summary>
    /// The topics of the items. One that all of several items share, such as the order whose lines they are, is that of the whole answer: what is said of it stands beside the list, once.
    /// </summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<Statement> statements)
    {
        var items = statements.Where(s => s.Role == FindingRole.Item).Select(s => s.Topic).ToList();
        var topics = items.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return items.Count > 1 && topics.Count == 1 && items.TrueForAll(t => t is not null) ? new HashSet<string>() : topics;
    }
}
