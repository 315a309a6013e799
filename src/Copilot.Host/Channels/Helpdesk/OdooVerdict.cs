namespace Copilot.Host.Channels.Helpdesk;

/// <summary>What became of a token of Odoo's: a visitor, or one word why not.</summary>
/// <param name="Visitor">Who it is, when it was taken.</param>
/// <param name="Fault">Why it was refused, for logs, tests and whoever sets it up.</param>
internal sealed record OdooVerdict(OdooVisitor? Visitor, string? Fault)
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="fault">Why.</param>
    /// <returns>The verdict.</returns>
    public static OdooVerdict Refused(string fault) => new(null, fault);
}
