namespace Copilot.Host.Commands;

/// <summary>Where a verb runs: its streams and the house it starts. Tests hand in their own.</summary>
internal sealed record Terminal
{
    /// <summary>Gets where answers and machine output go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Gets where errors, progress and remarks go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets a value indicating whether somebody watches <see cref="Error"/>.</summary>
    public bool ErrorIsWatched { get; init; }

    /// <summary>Gets a value indicating whether somebody watches <see cref="Out"/>.</summary>
    public bool OutIsWatched { get; init; }

    /// <summary>Gets how the house starts for a verb.</summary>
    public required CopilotHostOptions House { get; init; }

    /// <summary>Gets what takes the place of standard input and output for a protocol on them; null for these themselves.</summary>
    public (Stream Input, Stream Output)? Pipes { get; init; }

    /// <summary>Writes a remark beside the output.</summary>
    /// <param name="text">The remark; may hold text from outside.</param>
    /// <returns>A task.</returns>
    public Task RemarkAsync(string text) => Error.WriteLineAsync(TerminalText.Clean(text));
}
