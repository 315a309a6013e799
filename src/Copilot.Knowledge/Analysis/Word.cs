namespace Copilot.Knowledge.Analysis;

/// <summary>One word of a text.</summary>
/// <param name="Text">The word, lower case, without accents.</param>
/// <param name="Stem">Its stem, the form that is indexed.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last character.</param>
internal readonly record struct Word(string Text, string Stem, int Start, int End);
