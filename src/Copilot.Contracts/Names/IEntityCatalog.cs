namespace Copilot.Contracts;

/// <summary>The ERP's own names, for recognising what a question speaks of. Implemented by Odoo with the caller's rights.</summary>
public interface IEntityCatalog
{
    /// <summary>Gets the names the caller may see; cached for minutes.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A snapshot; the same instance as long as nothing changed.</returns>
    Task<EntityNames> GetAsync(Caller caller, CancellationToken cancellationToken);
}
