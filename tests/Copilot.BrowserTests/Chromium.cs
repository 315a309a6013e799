using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Copilot.BrowserTests;

/// <summary>Where Debian's Chromium is. At home a missing one is skipped; with <c>CI=true</c> only a stated reason excuses it.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // The first page of a service that has just started shares two cores with what it still has to learn; what is expected comes at once otherwise.
    private const float Patience = 20_000;

    /// <summary>Gets its path, or null.</summary>
    public static string? Path => Environment.GetEnvironmentVariable("COPILOT_TEST_CHROMIUM_PATH") is { Length: > 0 } told ? told : Places.FirstOrDefault(File.Exists);

    /// <summary>Gets why the tests can't run, or null when they can.</summary>
    /// <exception cref="InvalidOperationException">It is missing in CI and nobody says why.</exception>
    public static string? MissingBecause()
    {
        if (Path is not null)
        {
            return null;
        }

        if (Environment.GetEnvironmentVariable("COPILOT_TEST_CHROMIUM_MISSING") is { Length: > 0 } reason)
        {
            return reason;
        }

        return Environment.GetEnvironmentVariable("CI") == "true"
            ? throw new InvalidOperationException("Chromium is neither there nor excused (COPILOT_TEST_CHROMIUM_MISSING).")
            : "Chromium is not installed (Debian: apt-get install chromium fonts-dejavu-core).";
    }

    [ModuleInitializer]
    internal static void BePatient() => Assertions.SetDefaultExpectTimeout(Patience);
}
