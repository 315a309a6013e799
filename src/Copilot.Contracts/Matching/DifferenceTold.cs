namespace Copilot.Contracts;

/// <summary>A difference in words.</summary>
/// <param name="Text">What differs.</param>
/// <param name="Cause">The likely cause.</param>
/// <param name="Passes">Whether it is small enough to pass.</param>
public sealed record DifferenceTold(string Text, string Cause, bool Passes);
