using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>Finds the cases of one kind. Whatever it needs it takes from the scan's readings, which are read once for all finders.</summary>
internal interface IExceptionFinder
{
    /// <summary>The kind, a name of <see cref="Taxonomy"/>.</summary>
    string Kind { get; }

    /// <summary>Finds all that there are now. The same trouble has the same key in each scan.</summary>
    Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken);
}
