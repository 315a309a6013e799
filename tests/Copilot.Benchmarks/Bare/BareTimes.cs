namespace Copilot.Benchmarks.Bare;

/// <summary>What the bare calls of one turn took, in milliseconds.</summary>
internal sealed record BareTimes(double Odoo, double Knowledge, double Store)
{
    public double Sum => Odoo + Knowledge + Store;
}
