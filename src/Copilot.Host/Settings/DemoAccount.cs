namespace Copilot.Host.Settings;

/// <summary>The Odoo account a demo persona works with. Its text form hides the secret.</summary>
/// <param name="Login">The login.</param>
/// <param name="Secret">The password or API key.</param>
internal sealed record DemoAccount(string Login, string Secret)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Login} (secret hidden)";
}
