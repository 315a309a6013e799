namespace Copilot.Odoo.Client;

/// <summary>An account that has signed in. It holds no secret.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Login">The login.</param>
/// <param name="Uid">Odoo's user id.</param>
/// <param name="Companies">The companies the account belongs to; null when it may not know.</param>
/// <param name="Api">The form its calls take: <see cref="OdooApi.JsonRpc"/> or <see cref="OdooApi.Json2"/>.</param>
internal sealed record OdooAccount(string Tenant, string Login, int Uid, IReadOnlyList<int>? Companies, OdooApi Api)
{
    /// <summary>Tells secrets of the same login apart without holding one.</summary>
    public string SecretMark { get; init; } = string.Empty;
}
