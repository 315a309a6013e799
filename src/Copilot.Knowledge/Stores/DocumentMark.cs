namespace Copilot.Knowledge.Stores;

/// <summary>What the store knows of a source, enough to see whether it changed.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Id">The document's id.</param>
/// <param name="TextHash">The hash of its text.</param>
/// <param name="LabelHash">The hash of its label.</param>
/// <param name="IndexedLabel">The part of the label that is in the index: title and what it is about.</param>
internal sealed record DocumentMark(string Source, string Id, string TextHash, string LabelHash, string IndexedLabel);
