namespace Copilot.Knowledge.Stores;

/// <summary>A word as it is written in the documents.</summary>
/// <param name="Text">The word, lower case, without accents.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Chunks">The number of chunks that hold the stem.</param>
internal sealed record KnownWord(string Text, string Stem, int Chunks);
