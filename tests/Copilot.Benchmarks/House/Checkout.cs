using System.Runtime.CompilerServices;

namespace Copilot.Benchmarks.House;

/// <summary>The checkout this was built from.</summary>
internal static class Checkout
{
    public static string Path { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
        => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../.."));
}
