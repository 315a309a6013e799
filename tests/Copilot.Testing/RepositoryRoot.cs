using System.Runtime.CompilerServices;

namespace Copilot.Testing;

/// <summary>Finds the checkout the tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>Gets the path of the checkout.</summary>
    public static string Path { get; } = Find();

    /// <summary>Joins path parts below the checkout.</summary>
    public static string Join(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find([CallerFilePath] string here = "")
        => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../.."));
}
