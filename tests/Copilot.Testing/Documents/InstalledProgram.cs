using Xunit;

namespace Copilot.Testing.Documents;

/// <summary>Says whether a program of the system is there. At home a missing one is skipped; with <c>CI=true</c> only a stated reason excuses it.</summary>
public static class InstalledProgram
{
    /// <summary>Skips the test when programs are missing.</summary>
    /// <param name="programs">Their names.</param>
    /// <exception cref="InvalidOperationException">One is missing in CI and nobody says why (<c>COPILOT_TEST_PDFTOTEXT_MISSING</c>).</exception>
    public static void Need(params string[] programs)
    {
        foreach (var program in programs)
        {
            if ((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Append("/usr/bin").Any(folder => File.Exists(Path.Combine(folder, program))))
            {
                continue;
            }

            var variable = $"COPILOT_TEST_{program.ToUpperInvariant()}_MISSING";
            var reason = Environment.GetEnvironmentVariable(variable);
            if (string.IsNullOrEmpty(reason) && Environment.GetEnvironmentVariable("CI") == "true")
            {
                throw new InvalidOperationException($"{program} is neither there nor excused ({variable}).");
            }

            Skip.If(true, string.IsNullOrEmpty(reason) ? $"{program} is not installed (Debian: apt-get install poppler-utils tesseract-ocr)." : reason);
        }
    }
}
