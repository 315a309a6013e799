namespace Copilot.Knowledge.Stores;

/// <summary>Passages to bring to an index, and the state of the store they were read in.</summary>
/// <param name="State">The state.</param>
/// <param name="Passages">The passages.</param>
internal sealed record StalePassages(MirrorState State, IReadOnlyList<StalePassage> Passages);
