namespace Copilot.Documents.Programs;

/// <summary>Who ended a program.</summary>
internal enum ProgramEnding
{
    /// <summary>The program itself.</summary>
    ByItself,

    /// <summary>We did: its time was up.</summary>
    TimeUp,

    /// <summary>We did: it wrote more than it may.</summary>
    TooMuchOutput,
}
