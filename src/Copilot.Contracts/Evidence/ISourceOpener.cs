namespace Copilot.Contracts;

/// <summary>Opens a piece of evidence for a reader, with the reader's rights checked again.</summary>
public interface ISourceOpener
{
    /// <summary>Says whether this opener knows the evidence.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>True when <see cref="OpenAsync"/> can open it.</returns>
    bool Opens(Evidence evidence);

    /// <summary>Opens it.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="evidence">What to open.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The source, or null when it no longer exists or the caller may no longer read it.</returns>
    Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken);

    /// <summary>Finds the original file, with the reader's rights checked again.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="evidence">What to open.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The original, or null when there is none or the caller may not read it.</returns>
    Task<SourceOriginal?> OriginalAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken) => Task.FromResult<SourceOriginal?>(null);
}
