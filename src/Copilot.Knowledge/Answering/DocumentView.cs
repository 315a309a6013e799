namespace Copilot.Knowledge.Answering;

/// <summary>What the passages found say together about their document.</summary>
/// <param name="Stems">The stems of all of them.</param>
/// <param name="Share">How much was found in it beside the document with most, 0 to 1: one passage may share words by chance, several hardly do.</param>
internal sealed record DocumentView(IReadOnlySet<string> Stems, double Share);
