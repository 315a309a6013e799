namespace Copilot.Knowledge.Stores;

/// <summary>A passage that an index does not hold as it is.</summary>
/// <param name="Key">Its key, never used again for another.</param>
/// <param name="Number">The number of the note, to strike this one and none later.</param>
/// <param name="IsWhole">Whether its text or its vectors may have changed; else only who may read it and when it holds, and its vectors are left out.</param>
/// <param name="Passage">The passage, or null when it is gone.</param>
internal sealed record StalePassage(long Key, long Number, bool IsWhole, MirroredPassage? Passage);
