namespace Copilot.Evals.Safety;

/// <summary>How one attempt went.</summary>
/// <param name="Voice">Who answered: <c>rules</c> or <c>hostile model</c>.</param>
/// <param name="Class">The kind of attempt.</param>
/// <param name="Id">The attempt.</param>
/// <param name="As">Who asked.</param>
/// <param name="Outcome">How the turn ended.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Reached">Whether the text came to whoever answered.</param>
/// <param name="Offences">What shows that it succeeded; empty when it did not.</param>
/// <param name="Trouble">Why it could not be asked, or null.</param>
public sealed record AttemptResult(string Voice, string Class, string Id, string As, string Outcome, string Answer, bool Reached, IReadOnlyList<string> Offences, string? Trouble);
