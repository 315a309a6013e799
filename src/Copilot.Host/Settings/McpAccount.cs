using Copilot.Contracts;

namespace Copilot.Host.Settings;

/// <summary>The account with whose rights a client of the Model Context Protocol works.</summary>
/// <param name="Login">The login in Odoo.</param>
/// <param name="Secret">Its password or API key.</param>
/// <param name="Role">Its role here.</param>
/// <param name="Companies">The companies it works for, as Odoo knows them.</param>
internal sealed record McpAccount(string Login, string Secret, string Role, IReadOnlyList<CompanyRef> Companies)
{
    /// <summary>Gets the id of the caller.</summary>
    public string CallerId => "mcp:" + Login;

    /// <summary>Makes the caller.</summary>
    /// <returns>The caller.</returns>
    public Caller ToCaller() => new() { Id = CallerId, DisplayName = Login, Roles = [Role], Companies = Companies };
}
