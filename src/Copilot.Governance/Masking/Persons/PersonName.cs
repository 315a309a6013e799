namespace Copilot.Governance.Masking.Persons;

/// <summary>One way to write a name.</summary>
/// <param name="Words">Its words as they are compared.</param>
/// <param name="Name">The name in the books; null for a company's name, which is left alone.</param>
internal sealed record PersonName(string[] Words, string? Name);
