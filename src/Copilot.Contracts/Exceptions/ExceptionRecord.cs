namespace Copilot.Contracts;

/// <summary>A record a case is about.</summary>
/// <param name="Model">Odoo's model.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name for people: "S00042".</param>
/// <param name="Uri">Where a person opens it.</param>
public sealed record ExceptionRecord(string Model, int Id, string Name, string Uri);
