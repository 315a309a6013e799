namespace Copilot.Contracts;

/// <summary>What a person has not been told yet.</summary>
/// <param name="Cases">The cases that became news, the most pressing first; empty when there is nothing to tell.</param>
/// <param name="Open">How many cases at this person's threshold are open in all.</param>
/// <param name="UpTo">Up to when this tells; ask with it the next time.</param>
public sealed record ExceptionNews(IReadOnlyList<ExceptionCase> Cases, int Open, DateTimeOffset UpTo);
