namespace Copilot.Host.Console.Desk;

/// <summary>A bill that a document may repeat.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its number.</param>
/// <param name="Confidence">How likely it is the same, 0 to 1.</param>
/// <param name="Reason">Why.</param>
internal sealed record DeskMatchTwin(int Id, string Name, double Confidence, string Reason);
