namespace Copilot.Host.Start;

/// <summary>The state of one part.</summary>
/// <param name="Ok">Whether it works.</param>
/// <param name="Text">More, for people.</param>
internal sealed record PartState(bool Ok, string Text);
