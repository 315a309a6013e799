namespace Copilot.Documents.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code; above 128 when a signal ended it.</param>
/// <param name="Complaint">The beginning of what it wrote to its error output, in one line.</param>
/// <param name="Ending">Whether it ended by itself.</param>
internal sealed record ProgramEnd(int Code, string Complaint, ProgramEnding Ending)
{
    /// <summary>Gets a value indicating whether it did its work.</summary>
    public bool Fine => Ending == ProgramEnding.ByItself && Code == 0;
}
