namespace Copilot.Contracts;

/// <summary>A day off, such as a public holiday, as the ERP's working calendar keeps it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Share">The share of the companies in question that are closed, above 0 to 1.</param>
/// <param name="Name">What it is called.</param>
public sealed record ClosedDay(DateOnly Day, double Share, string Name);
