namespace Copilot.Contracts;

/// <summary>The service account as a caller: work that belongs to no person, such as following documents. It has no role, so it reads nothing for anybody.</summary>
public static class ServiceAccount
{
    /// <summary>The id; no person's begins so.</summary>
    public const string Id = "service:account";

    /// <summary>Gets the caller; without companies, the account's own rights decide.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The caller.</returns>
    public static Caller Of(string tenant) => new() { Id = Id, DisplayName = "the service account", Tenant = tenant, Roles = [], Companies = [], TimeZone = "UTC" };
}
