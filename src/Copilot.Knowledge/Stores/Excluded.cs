namespace Copilot.Knowledge.Stores;

/// <summary>A document that matched the words but not the filters.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Collection">Its collection.</param>
/// <param name="Reasons">Every filter it failed.</param>
internal sealed record Excluded(string DocumentId, string Collection, IReadOnlyList<string> Reasons);
