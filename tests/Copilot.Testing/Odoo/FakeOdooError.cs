namespace Copilot.Testing.Odoo;

/// <summary>An error the fake server answers with.</summary>
public sealed record FakeOdooError(string Name, string Message);
