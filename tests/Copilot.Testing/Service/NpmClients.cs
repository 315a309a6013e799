using System.Diagnostics;
using Xunit;

namespace Copilot.Testing.Service;

/// <summary>The clients of <c>tests/clients</c>, fetched once by <c>npm ci</c>; where npm or the package source does not deliver, the tests are skipped with the reason.</summary>
public sealed class NpmClients : IAsyncLifetime
{
    /// <summary>Gets the folder.</summary>
    public static string Folder { get; } = RepositoryRoot.Join("tests", "clients");

    /// <summary>Gets why the clients are not there, or null.</summary>
    public string? MissingBecause { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        var locked = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == locked)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            var installed = await NpmAsync(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], limit.Token);
            MissingBecause = installed.ExitCode == 0 ? null : $"npm ci in tests/clients ended with {installed.ExitCode}: {installed.Error.Trim().Split('\n')[0]}";
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            MissingBecause = e is OperationCanceledException ? "npm ci in tests/clients took more than five minutes" : "npm is not there";
        }

        if (MissingBecause is null)
        {
            await File.WriteAllTextAsync(stamp, locked);
        }
        else if (Environment.GetEnvironmentVariable("CI") == "true" && Environment.GetEnvironmentVariable("COPILOT_TEST_NPM_MISSING") is null or "")
        {
            throw new InvalidOperationException($"{MissingBecause}. Excuse it with COPILOT_TEST_NPM_MISSING.");
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a script of the folder with node.</summary>
    /// <param name="arguments">The script and what follows.</param>
    /// <param name="environment">Variables besides this process's own; none of its <c>Copilot__</c> are passed on.</param>
    /// <param name="cancellationToken">Ends the process and its children.</param>
    public static Task<VerbResult> NodeAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
        => RunAsync("node", arguments, environment, cancellationToken);

    /// <summary>Runs npm in the folder.</summary>
    /// <param name="arguments">The command and what follows.</param>
    /// <param name="cancellationToken">Ends the process and its children.</param>
    public static Task<VerbResult> NpmAsync(string[] arguments, CancellationToken cancellationToken) => RunAsync("npm", arguments, null, cancellationToken);

    private static async Task<VerbResult> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var key in start.Environment.Keys.Where(k => k.StartsWith("Copilot__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(key);
        }

        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
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
}
