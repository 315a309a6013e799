namespace Copilot.Odoo.Purchasing;

/// <summary>One part of a supplier's risk: points of at most so many, with the reason.</summary>
internal sealed record RiskPart(string Name, int Points, int Most, string Why);

/// <summary>
/// A supplier's risk from 0 to 100, the sum of five parts. The weights are the house's own: lateness decides most, because late goods stop
/// customer orders; what the caller may not read counts nothing and is said.
/// </summary>
internal sealed record SupplierRisk(IReadOnlyList<RiskPart> Parts)
{
    private const int FullDelayDays = 10;
    private const double FullWorsening = 0.25;
    private const double FullShare = 0.2;

    public int Points => Parts.Sum(p => p.Points);

    public string Word => Points switch { >= 50 => "high", >= 25 => "medium", _ => "low" };

    public static SupplierRisk Of(SupplierRecord record)
    {
        var (now, before) = (record.Now, record.Before);
        var worse = before.Delays.Count >= SupplierHistory.Enough && now.Delays.Count >= SupplierHistory.Enough ? Math.Max(0, now.LateShare - before.LateShare) : 0;
        return new SupplierRisk(
        [
            Part("late receipts", 40, now.LateShare, "share of receipts that came late"),
            Part("length of the delays", 20, (double)now.UsualDelay / FullDelayDays, "usual delay of the late ones, ten days or more count in full"),
            Part("getting later", 15, worse / FullWorsening, "more late receipts than in the period before, 25 points or more count in full"),
            Part("wrong quantities", 15, Share(now.WrongQuantity, now.Lines.Count) / FullShare, "share of lines that came in another quantity than ordered, 20 % or more count in full"),
            Part("higher prices", 10, Share(now.Overpriced, now.Billed?.Count ?? 0) / FullShare, "share of lines billed above the ordered price, 20 % or more count in full"),
        ]);
    }

    private static RiskPart Part(string name, int most, double degree, string why) => new(name, (int)Math.Round(most * Math.Clamp(degree, 0, 1), MidpointRounding.AwayFromZero), most, why);

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}
