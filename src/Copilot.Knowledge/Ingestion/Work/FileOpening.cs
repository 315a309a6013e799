using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;

namespace Copilot.Knowledge.Ingestion;

/// <summary>A file before its text is read: what reads it and its label, or what is wrong with either.</summary>
internal sealed record FileOpening
{
    /// <summary>Gets the file.</summary>
    public required FileTask Task { get; init; }

    /// <summary>Gets where its bytes are.</summary>
    public required string Path { get; init; }

    /// <summary>Gets what reads it, or null.</summary>
    public ChosenFormat? Format { get; init; }

    /// <summary>Gets its label, or null when it is a mere container or the label is at fault.</summary>
    public OpenedFile? File { get; init; }

    /// <summary>Gets why nothing reads it, or null.</summary>
    public CopilotException? FormatFault { get; init; }

    /// <summary>Gets why its label can't be known, or null.</summary>
    public CopilotException? LabelFault { get; init; }
}
