namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>The head of a numbered clause.</summary>
/// <param name="Label">Its number as it is cited, with the words behind it when they are a title: <c>7.2 Late delivery</c>, <c>7.2 (b)</c>, <c>§ 7</c>.</param>
/// <param name="Level">Its depth below the headings, 1 for the outermost.</param>
/// <param name="Number">The numbers of its number, or none for parts and annexes.</param>
/// <param name="IsItem">Whether it is an item inside a clause: (b), (ii), a numbered paragraph of an article.</param>
internal sealed record ClauseHead(string Label, int Level, IReadOnlyList<int> Number, bool IsItem);
