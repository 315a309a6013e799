using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;

namespace Copilot.Testing.Exceptions;

/// <summary>Finds what a test tells it.</summary>
internal sealed class PracticeFinder(string kind) : IExceptionFinder
{
    public string Kind => kind;

    /// <summary>What there is.</summary>
    public List<FoundCase> Cases { get; } = [];

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>What it ends with, while it is set.</summary>
    public OdooFault? Fault { get; set; }

    public Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        Asked++;
        return Fault is { } fault ? throw new OdooException(fault, "as told") : Task.FromResult<IReadOnlyList<FoundCase>>([.. Cases]);
    }
}
