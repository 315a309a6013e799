using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>
/// Opens evidence that has no original elsewhere: arithmetic and summaries over several records. It shows what was kept with the
/// turn, which only the one who asked can reach; the records behind it are sources of their own, opened with the rights of today.
/// </summary>
internal sealed class CalculationOpener : ISourceOpener
{
    /// <inheritdoc/>
    public bool Opens(Evidence evidence) => evidence is { Record: null, Place: null };

    /// <inheritdoc/>
    public Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken) => Task.FromResult<SourceView?>(new SourceView
    {
        Title = evidence.Title,
        Kind = evidence.Kind,
        Text = evidence.Excerpt,
        Facts = evidence.Facts,
        Calculation = evidence.Calculation,
        Uri = evidence.Uri,
        Version = evidence.Version,
        Notes = [$"As it was on {evidence.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC."],
    });
}
