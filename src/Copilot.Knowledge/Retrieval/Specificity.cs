namespace Copilot.Knowledge.Retrieval;

/// <summary>How well a document's subject fits what is asked; the more specific document goes before the general one.</summary>
internal enum Specificity
{
    /// <summary>It is about another customer, supplier, product or company.</summary>
    Elsewhere,

    /// <summary>It is general.</summary>
    General,

    /// <summary>It is about the company asked about, or the only one the reader belongs to.</summary>
    Company,

    /// <summary>It is about the customer, supplier or product asked about.</summary>
    Party,
}
