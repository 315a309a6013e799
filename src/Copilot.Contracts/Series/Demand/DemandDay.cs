namespace Copilot.Contracts;

/// <summary>What customers got on a day, in the unit of the history.</summary>
/// <param name="Day">The day.</param>
/// <param name="Delivered">What left for customers, zero or more.</param>
/// <param name="Returned">What came back from customers, zero or more.</param>
public sealed record DemandDay(DateOnly Day, double Delivered, double Returned);
