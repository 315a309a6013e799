namespace Copilot.Evals.Documents;

/// <summary>A company on a made document.</summary>
internal sealed record MadeParty(string Name, string Street, string City, string Vat);
