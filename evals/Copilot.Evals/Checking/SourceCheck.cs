using Copilot.Contracts;

namespace Copilot.Evals.Checking;

/// <summary>Says whether a turn cites what it must: a source counts only when the answer marks it.</summary>
internal static class SourceCheck
{
    private const string Document = "doc:";
    private const string Model = "model:";

    /// <summary>Whether one of the variants is cited.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="expected"><c>doc:ID</c>, <c>model:MODEL</c> or a record's number; variants separated by <c>|</c>.</param>
    /// <param name="knowledge">The company's documents.</param>
    public static bool Cites(Turn turn, string expected, KnowledgeIndex knowledge)
    {
        var variants = expected.Split('|', StringSplitOptions.TrimEntries);
        return turn.Sources.Where(s => IsMarked(turn, s)).Any(s => variants.Any(v => Is(s, v, knowledge)));
    }

    /// <summary>Whether a source is a record of a model.</summary>
    public static bool IsOf(Source source, string model)
        => source.Uri is { } uri && Uri.UnescapeDataString(uri) is var plain
            && plain.IndexOf(model, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            && (at + model.Length == plain.Length || !(char.IsLetterOrDigit(plain[at + model.Length]) || plain[at + model.Length] is '.' or '_'));

    private static bool IsMarked(Turn turn, Source source)
        => turn.Answer.Contains($"[{source.Id}]", StringComparison.Ordinal)
            || turn.Answer.Contains($"[{source.Id},", StringComparison.Ordinal)
            || turn.Answer.Contains($" {source.Id},", StringComparison.Ordinal)
            || turn.Answer.Contains($" {source.Id}]", StringComparison.Ordinal)
            || turn.Cards.Any(c => c.Sources.Contains(source.Id));

    private static bool Is(Source source, string variant, KnowledgeIndex knowledge)
        => variant.StartsWith(Document, StringComparison.Ordinal) ? knowledge.Of(source)?.Id == variant[Document.Length..]
            : variant.StartsWith(Model, StringComparison.Ordinal) ? IsOf(source, variant[Model.Length..])
            : source.Title.Contains(variant, StringComparison.OrdinalIgnoreCase);
}
