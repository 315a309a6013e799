namespace Copilot.Knowledge.Stores;

/// <summary>A chunk that has no vector in a space yet.</summary>
/// <param name="Key">Its key in the store.</param>
/// <param name="Context">The title, the parties and the headings above it.</param>
/// <param name="Text">Its lead and its words.</param>
/// <param name="Stems">Both as stems with spaces between, context first: what a fitted embedder reads.</param>
internal sealed record ChunkToEmbed(long Key, string Context, string Text, string Stems);
