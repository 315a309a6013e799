namespace Copilot.Contracts;

/// <summary>An ERP login. Its text form never shows the secret.</summary>
public sealed class ErpCredential
{
    /// <summary>Creates the credential.</summary>
    /// <param name="login">The login.</param>
    /// <param name="secret">Password or API key.</param>
    public ErpCredential(string login, string secret)
    {
        Login = login;
        Secret = secret;
    }

    /// <summary>Gets the login.</summary>
    public string Login { get; }

    /// <summary>Gets the password or API key. Never logged, never serialised.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Secret { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Login} (secret hidden)";
}
