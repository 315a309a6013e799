using Copilot.Contracts;

namespace Copilot.Knowledge.Stores;

/// <summary>A part of a document's text. The parts in order are the whole text; offsets of chunks count in it.</summary>
/// <param name="Ordinal">Its place, from 0.</param>
/// <param name="Start">The offset of its first character in the document's text.</param>
/// <param name="Text">Its text.</param>
/// <param name="Page">The page, from 1, or null.</param>
/// <param name="Layout">Where its words stand on the page; offsets count in <paramref name="Text"/>; null without a fixed layout.</param>
internal sealed record StoredPart(int Ordinal, int Start, string Text, int? Page = null, PageLayout? Layout = null);
