namespace Copilot.Host.Console;

/// <summary>What a person gives to link an account.</summary>
/// <param name="Kind"><c>key</c> for an API key, <c>password</c> for a password, of which a key is made.</param>
/// <param name="Login">The login in Odoo.</param>
/// <param name="Secret">The key or the password. Never kept as it is, never logged.</param>
internal sealed record LinkRequest(string? Kind, string? Login, string? Secret)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} of {Login} (secret hidden)";
}
