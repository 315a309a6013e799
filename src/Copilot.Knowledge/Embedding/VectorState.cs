namespace Copilot.Knowledge;

/// <summary>How the vectors of the library stand. Questions are answered in any case; without vectors by words alone.</summary>
/// <param name="InUse">Whether questions are answered from vectors too.</param>
/// <param name="Text">More, for people.</param>
public sealed record VectorState(bool InUse, string Text);
