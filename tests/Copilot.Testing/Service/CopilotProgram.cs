using System.Diagnostics;

namespace Copilot.Testing.Service;

/// <summary>The built program as an installation runs it: another process, told by its environment.</summary>
public sealed record CopilotProgram
{
    /// <summary>Gets the settings, by key below <c>Copilot</c> with <c>__</c> between the parts.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Gets the program, in the same configuration as the tests.</summary>
    public static string File { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Copilot.Host", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "copilot.dll"));

    /// <summary>Gets where all started programs keep what they learned: one learns for all.</summary>
    private static string LearnedOnce { get; } = Path.Combine(AppContext.BaseDirectory, "learned");

    /// <summary>The settings of an installation of its own with the practice company inside.</summary>
    /// <param name="data">The folder of its store.</param>
    /// <param name="sandboxPort">The practice company's port; 0 for any.</param>
    public static CopilotProgram WithPracticeCompany(string data, int sandboxPort = 0) => new()
    {
        Settings = new Dictionary<string, string>
        {
            ["Data"] = data,
            ["Prompts__Learned"] = LearnedOnce,
            ["Sandbox__Port"] = sandboxPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Limits__QuestionsPerMinute"] = "100000",
            ["Limits__RequestsPerMinute"] = "100000",
        },
    };

    /// <summary>Adds a setting or puts another value in its place.</summary>
    public CopilotProgram With(string key, string value) => this with { Settings = new Dictionary<string, string>(Settings) { [key] = value } };

    /// <summary>Runs a verb to its end.</summary>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <param name="arguments">The verb and what follows.</param>
    public async Task<VerbResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start(arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new VerbResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts the program without waiting for anything.</summary>
    internal Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
        };
        foreach (var argument in arguments.Prepend(File))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var key in start.Environment.Keys.Where(k => k.StartsWith("Copilot__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(key);
        }

        foreach (var (key, value) in Settings)
        {
            start.Environment["Copilot__" + key] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
