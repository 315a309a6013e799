namespace Copilot.Sandbox.Store;

/// <summary>Shared boxes for the small numbers and truths that most cells hold: a quarter of the memory, and less for the collector to walk.</summary>
internal static class Boxes
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Integers = [.. Enumerable.Range(0, 20_000).Select(i => (object)i)];
    private static readonly object[] Doubles = [.. Enumerable.Range(0, 1_000).Select(i => (object)(double)i)];

    public static object Of(int value) => (uint)value < (uint)Integers.Length ? Integers[value] : value;

    public static object Of(bool value) => value ? True : False;

    public static object Of(double value)
    {
        var whole = (int)Math.Clamp(value, -1, 1_000);
        return whole >= 0 && whole < Doubles.Length && whole.Equals((int)value) && value - whole == 0 ? Doubles[whole] : value;
    }
}
