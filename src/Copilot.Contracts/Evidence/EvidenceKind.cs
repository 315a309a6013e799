namespace Copilot.Contracts;

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>Words of a document.</summary>
    Passage,

    /// <summary>One or several records of the ERP.</summary>
    Record,

    /// <summary>Values over time.</summary>
    Series,

    /// <summary>A business document that was read.</summary>
    Document,

    /// <summary>Arithmetic over other evidence.</summary>
    Calculation,
}
