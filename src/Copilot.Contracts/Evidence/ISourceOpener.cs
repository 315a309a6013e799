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

    /// <summary>Reads all text of the original in pieces of some hundred thousand characters that overlap, with the reader's rights checked again: for judging whether the reader may see it as it is.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="evidence">What to read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pieces; none where there is no original, it is not readable, or it is the reader's own file.</returns>
    IAsyncEnumerable<string> TextAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken) => AsyncEnumerable.Empty<string>();
}
