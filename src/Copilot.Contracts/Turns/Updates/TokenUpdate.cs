namespace Copilot.Contracts;

/// <summary>The next piece of the answer. Only grounded text is ever sent.</summary>
/// <param name="Text">Markdown; the pieces of a turn joined give its answer.</param>
public sealed record TokenUpdate(string Text) : TurnUpdate;
