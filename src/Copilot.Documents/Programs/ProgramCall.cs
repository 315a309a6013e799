namespace Copilot.Documents.Programs;

/// <summary>A program to be run, without a shell: every argument reaches it as it is.</summary>
/// <param name="Program">Its name, as found on the search path.</param>
/// <param name="Package">The Debian package it comes in; named when it is missing.</param>
/// <param name="Arguments">Its arguments. File names must be full paths, so that none is taken for an option.</param>
internal sealed record ProgramCall(string Program, string Package, IReadOnlyList<string> Arguments)
{
    /// <summary>Gets the folder it works in; null for the root folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets the memory it needs beyond the usual limit, in megabytes.</summary>
    public int ExtraMegabytes { get; init; }

    /// <summary>Gets the most bytes it may write to its output, or into one file.</summary>
    public long MostOutput { get; init; } = 512L << 20;
}
