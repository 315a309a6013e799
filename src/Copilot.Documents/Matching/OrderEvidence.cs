using Copilot.Contracts;

namespace Copilot.Documents.Matching;

/// <summary>What speaks for and against one order: a sum of log-odds, each with its reason, and what a person would look at first.</summary>
internal sealed class OrderEvidence
{
    private readonly List<(double Weight, string Reason)> _signs = [];

    public required LedgerOrder Order { get; init; }

    /// <summary>The sum of the weights.</summary>
    public double Weight => _signs.Sum(s => s.Weight);

    /// <summary>What counts most first.</summary>
    public IReadOnlyList<string> Reasons => [.. _signs.Where(s => Math.Abs(s.Weight) >= 0.5).OrderByDescending(s => Math.Abs(s.Weight)).Select(s => s.Reason)];

    /// <summary>How alike a number of the document is to the order's.</summary>
    public double Referred { get; set; }

    /// <summary>Which number of the document that was.</summary>
    public string? Token { get; set; }

    /// <summary>Whether tax number, bank account or name say that it is this supplier; false where they say another or nothing.</summary>
    public bool IsSupplier { get; set; }

    /// <summary>Whether they say that it is another.</summary>
    public bool IsOther { get; set; }

    /// <summary>The share of the document's goods that the order has, as sure as they were found; null without lines.</summary>
    public double? Share { get; set; }

    /// <summary>Whether each quantity is exactly one that is due.</summary>
    public bool IsExact { get; set; }

    public void Add(double weight, string reason)
    {
        if (weight != 0)
        {
            _signs.Add((weight, reason));
        }
    }
}
