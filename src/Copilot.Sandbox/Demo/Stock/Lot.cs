namespace Copilot.Sandbox.Demo.Stock;

/// <summary>A batch of a product.</summary>
internal sealed record Lot(int Id, string Name, DateTime? Expires);
