using Copilot.Contracts;

namespace Copilot.Host.Settings;

/// <summary>A person who works with the copilot: who it is, in which role, and with which account in Odoo.</summary>
/// <param name="Email">The person's e-mail address, in lower case: how sign-in and Teams name the person.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Role">The role here.</param>
/// <param name="Companies">The companies the person works for, as Odoo knows them.</param>
/// <param name="Login">The login in Odoo.</param>
/// <param name="Secret">Its password or API key.</param>
internal sealed record PersonAccount(string Email, string Name, string Role, IReadOnlyList<CompanyRef> Companies, string Login, string Secret)
{
    /// <summary>How ids of such callers begin.</summary>
    public const string Prefix = "person:";

    /// <summary>Gets the id of the caller.</summary>
    public string CallerId => Prefix + Email;

    /// <summary>Makes the caller.</summary>
    /// <returns>The caller.</returns>
    public Caller ToCaller() => new() { Id = CallerId, DisplayName = Name, Roles = [Role], Companies = Companies };

    /// <inheritdoc/>
    public override string ToString() => $"{Email} as {Role} (secret hidden)";
}
