namespace Copilot.Documents.Desk;

/// <summary>A document that arrives.</summary>
public sealed record Arrival
{
    /// <summary>Gets its tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the company it is for, Odoo's id.</summary>
    public required int Company { get; init; }

    /// <summary>Gets the file's name. Untrusted.</summary>
    public required string File { get; init; }

    /// <summary>Gets its bytes.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Gets which way it came.</summary>
    public required DeskSource Source { get; init; }

    /// <summary>Gets who brought it: a person's name, the folder, or an e-mail's sender. Untrusted.</summary>
    public required string From { get; init; }
}
