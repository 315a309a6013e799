namespace Copilot.Host.Console.Desk;

/// <summary>An order that a document belongs to, or may belong to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its number.</param>
/// <param name="Supplier">The supplier.</param>
/// <param name="Confidence">How likely it is meant, 0 to 1.</param>
/// <param name="Reasons">What speaks for and against it.</param>
internal sealed record DeskMatchOrder(int Id, string Name, string Supplier, double Confidence, IReadOnlyList<string> Reasons);
