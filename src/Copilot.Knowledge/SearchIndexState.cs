namespace Copilot.Knowledge;

/// <summary>How the index outside the store stands. Questions are answered in any case.</summary>
/// <param name="InUse">Whether questions are answered from it.</param>
/// <param name="Text">More, for people.</param>
public sealed record SearchIndexState(bool InUse, string Text);
