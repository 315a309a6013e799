namespace Copilot.Evals.Truth;

/// <summary>An open order with its hard causes: <c>passed</c>, <c>held</c>, <c>failed_pick</c>, <c>missing_document</c>, <c>short</c>.</summary>
internal sealed record OpenOrder(int Id, string Name, int Company, string? Salesperson, string Customer, DateOnly Promised, HashSet<string> Causes);
