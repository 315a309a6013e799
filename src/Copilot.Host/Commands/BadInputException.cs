namespace Copilot.Host.Commands;

/// <summary>What was typed or handed in can't be used; the verb ends with exit code 2.</summary>
/// <param name="message">What to write instead, for people.</param>
internal sealed class BadInputException(string message) : Exception(message);
