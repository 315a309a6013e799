namespace Copilot.Sandbox.Demo.Products;

/// <summary>A product family: how it sells over the year and how it is kept.</summary>
/// <param name="Code">First three letters of its product codes.</param>
/// <param name="Name">Its category.</param>
/// <param name="Division">The category above it.</param>
/// <param name="PeakMonth">The month that sells best.</param>
/// <param name="Swing">How far the best month is above the average, as a share.</param>
/// <param name="Growth">Change in quantity a year, as a share.</param>
/// <param name="Lots">Kept in lots.</param>
/// <param name="ShelfMonths">Months from production to expiry; 0 where nothing expires.</param>
/// <param name="Weekly">Share of order lines it gets.</param>
internal sealed record Family(
    string Code, string Name, string Division, int PeakMonth, double Swing, double Growth, bool Lots, int ShelfMonths, double Weekly)
{
    public static readonly IReadOnlyList<Family> All =
    [
        new("GLV", "Gloves & PPE", "Industrial", 1, 0.15, 0.08, false, 0, 1.5),
        new("PPE", "Gloves & PPE", "Industrial", 11, 0.12, 0.04, false, 0, 0.8),
        new("ADH", "Adhesives & Sealants", "Industrial", 6, 0.22, 0.05, true, 18, 0.9),
        new("FST", "Fasteners", "Industrial", 5, 0.15, 0.02, false, 0, 1.1),
        new("CLN", "Cleaning Chemicals", "Industrial", 4, 0.20, 0.06, true, 24, 0.9),
        new("BRG", "Bearings & Drives", "Industrial", 3, 0.05, 0.00, false, 0, 0.22),
        new("TAP", "Tapes", "Packaging", 11, 0.28, 0.05, false, 0, 1.3),
        new("BOX", "Cartons", "Packaging", 11, 0.35, 0.09, false, 0, 1.3),
        new("FLM", "Stretch Film & Wrap", "Packaging", 11, 0.25, -0.04, false, 0, 1.0),
        new("LBL", "Labels", "Packaging", 10, 0.18, 0.07, false, 0, 0.9),
        new("CCP", "Cold Chain Packaging", "Packaging", 7, 0.40, 0.12, true, 24, 0.9),
    ];

    /// <summary>The season's factor for a month: 1 on average over the year.</summary>
    public double Season(int month) => 1 + (Swing * Math.Cos((month - PeakMonth) * Math.PI / 6));

    public static Family Of(string productCode) => All.First(f => productCode.StartsWith(f.Code, StringComparison.Ordinal));
}
