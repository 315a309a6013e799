using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>What a finder found. Title, summary and cause speak of <see cref="Subjects"/> alone: whoever may read those may read them.</summary>
internal sealed record FoundCase
{
    public required string Kind { get; init; }

    /// <summary>What tells it from other cases of its kind, the same in each scan: the order, the product and warehouse.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Cause { get; init; }

    /// <summary>The records it is about; who may not read one of them is not shown the case.</summary>
    public required IReadOnlyList<CaseRecord> Subjects { get; init; }

    /// <summary>What it hits further, each told to those who may read it.</summary>
    public IReadOnlyList<CaseDetail> Details { get; init; } = [];

    public IReadOnlyList<Stake> Stakes { get; init; } = [];

    /// <summary>The margin lost or at stake; null when it is not known.</summary>
    public decimal? Margin { get; init; }

    public string MarginCurrency { get; init; } = "EUR";

    /// <summary>Whether the promise can still be kept when somebody acts; null when there is none or it is not known.</summary>
    public bool? Recoverable { get; init; }

    /// <summary>How sure it is that this is one, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The best first.</summary>
    public IReadOnlyList<CaseAction> Actions { get; init; } = [];

    /// <summary>Kinds of data it speaks of beside those of its kind.</summary>
    public IReadOnlyList<DataClass> Touches { get; init; } = [];

    /// <summary>Models a person must be able to read beside those of its kind, because its words come from them.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The products and suppliers it is about, for finding what fails again and again.</summary>
    public IReadOnlyList<CaseRecord> About { get; init; } = [];
}
