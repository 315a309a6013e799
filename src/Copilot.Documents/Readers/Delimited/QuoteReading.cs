namespace Copilot.Documents.Readers.Delimited;

/// <summary>How the reading of a record with quotes ended.</summary>
internal enum QuoteReading
{
    /// <summary>All quotes are closed.</summary>
    Closed,

    /// <summary>A quote is open at the record's end.</summary>
    Open,

    /// <summary>Words follow a closing quote where the next cell should.</summary>
    WordsAfter,
}
