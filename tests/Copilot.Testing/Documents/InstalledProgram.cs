using System.Diagnostics;
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

            Miss(program, program, "poppler-utils tesseract-ocr util-linux");
        }
    }

    /// <summary>Skips the test when tesseract can't read a language.</summary>
    /// <param name="languages">Their names in tesseract, such as <c>deu</c>.</param>
    /// <exception cref="InvalidOperationException">One is missing in CI and nobody says why (<c>COPILOT_TEST_TESSERACT_DEU_MISSING</c>).</exception>
    public static void NeedLanguages(params string[] languages)
    {
        Need("tesseract");
        using var program = Process.Start(new ProcessStartInfo("tesseract", ["--list-langs"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var installed = program.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        program.WaitForExit();
        foreach (var language in languages.Except(installed))
        {
            Miss($"tesseract's language {language}", "tesseract_" + language, "tesseract-ocr-" + language);
        }
    }

    private static void Miss(string what, string name, string packages)
    {
        var variable = $"COPILOT_TEST_{name.ToUpperInvariant()}_MISSING";
        var reason = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(reason) && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException($"{what} is neither there nor excused ({variable}).");
        }

        Skip.If(true, string.IsNullOrEmpty(reason) ? $"{what} is not installed (Debian: apt-get install {packages})." : reason);
    }
}
