namespace Copilot.Host.Identity.Accounts;

/// <summary>Where people link their account.</summary>
/// <param name="root">The address people reach the service at.</param>
internal sealed class LinkAddress(string root)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/console/link";

    /// <inheritdoc/>
    public override string ToString() => root.TrimEnd('/') + Path;
}
