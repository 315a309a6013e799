namespace Copilot.Models.Local;

/// <summary>Numbers without a pattern, the same on every machine: the mixing step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
internal static class Scatter
{
    /// <summary>Gets the scattered number that belongs to a place.</summary>
    /// <param name="place">The place.</param>
    public static ulong Of(ulong place)
    {
        var mixed = (place + 1) * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
