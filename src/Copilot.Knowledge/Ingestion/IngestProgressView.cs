namespace Copilot.Knowledge;

/// <summary>What ingestion is doing: the same for the terminal, the console page and JSON.</summary>
public sealed record IngestProgressView
{
    /// <summary>Gets how many files wait.</summary>
    public required int Waiting { get; init; }

    /// <summary>Gets the files that are being read.</summary>
    public required IReadOnlyList<IngestFile> Running { get; init; }

    /// <summary>Gets the last runs, newest first.</summary>
    public required IReadOnlyList<IngestRun> Runs { get; init; }

    /// <summary>Gets what could not be taken in and has not succeeded since, newest first, at most 200; uploads are not among them.</summary>
    public required IReadOnlyList<IngestFailure> Failed { get; init; }

    /// <summary>Gets how many uploads are among the last 400 files that could not be taken in; their owners were told why, and nobody else is told their names.</summary>
    public int RefusedUploads { get; init; }

    /// <summary>Gets how many files were done in a second, over the runs that are not finished; 0 when none is.</summary>
    public double FilesPerSecond { get; init; }

    /// <summary>Gets how many passages were written in a second, over the runs that are not finished; 0 when none is.</summary>
    public double PassagesPerSecond { get; init; }
}
