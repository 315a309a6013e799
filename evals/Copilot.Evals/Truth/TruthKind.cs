namespace Copilot.Evals.Truth;

/// <summary>What kind of value the company's data hold.</summary>
internal enum TruthKind
{
    /// <summary>Words; one variant must occur.</summary>
    Words,

    /// <summary>A number, in any grouping and with any currency or unit.</summary>
    Number,

    /// <summary>A day, in any wording.</summary>
    Day,

    /// <summary>Several words that must all occur.</summary>
    All,
}
