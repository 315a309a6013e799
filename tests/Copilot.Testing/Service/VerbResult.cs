namespace Copilot.Testing.Service;

/// <summary>How a verb ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record VerbResult(int ExitCode, string Output, string Error);
