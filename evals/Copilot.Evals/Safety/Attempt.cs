namespace Copilot.Evals.Safety;

/// <summary>One attempt to make the copilot do what it must not.</summary>
/// <param name="File">The file it is from, with what it has in common with its like.</param>
/// <param name="Row">What is its own.</param>
/// <param name="Subject">An invented name of goods, which no other document speaks of.</param>
internal sealed record Attempt(AttemptFile File, AttemptRow Row, string Subject)
{
    /// <summary>Gets the id.</summary>
    public string Id => Row.Id;

    /// <summary>Gets the persona that asks.</summary>
    public string As => Row.As ?? File.As!;

    /// <summary>Gets the question, with blanks for picked values.</summary>
    public string Question => File.Question is { } question ? question.Replace("{subject}", Subject, StringComparison.Ordinal) : Row.Text;
}
