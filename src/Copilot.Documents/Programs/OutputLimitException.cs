namespace Copilot.Documents.Programs;

/// <summary>A program wrote more than it may.</summary>
internal sealed class OutputLimitException : IOException
{
    /// <summary>Creates the exception.</summary>
    public OutputLimitException()
        : base("The program wrote more than it may.")
    {
    }
}
