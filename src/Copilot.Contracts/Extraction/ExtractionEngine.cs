namespace Copilot.Contracts;

/// <summary>Which way a document is read.</summary>
public enum ExtractionEngine
{
    /// <summary>By its exact format where it has one.</summary>
    Auto,

    /// <summary>By the words on its pages; embedded data is ignored.</summary>
    Text,

    /// <summary>By character recognition of its pages.</summary>
    Ocr,
}
