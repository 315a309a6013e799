namespace Copilot.Documents.Layout;

/// <summary>Medians: typical heights and distances that one odd line does not move.</summary>
internal static class Middle
{
    /// <summary>Gets the lower median.</summary>
    /// <returns>The value, or 0 when there is none.</returns>
    public static float Of(IEnumerable<float> values)
    {
        var sorted = values.ToList();
        sorted.Sort();
        return sorted.Count == 0 ? 0 : sorted[(sorted.Count - 1) / 2];
    }
}
