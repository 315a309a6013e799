using System.Diagnostics;
using System.Globalization;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Documents.Programs;

/// <summary>
/// Runs programs on untrusted files: no shell, an empty input, a small environment, and limits of time, memory, processor and output.
/// Memory and processor are limited by <c>prlimit</c> where it is installed, and only there.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="places">Where programs are.</param>
/// <param name="time">The clock behind the time limit.</param>
internal sealed class ProgramRunner(DocumentsOptions options, ProgramPlaces places, TimeProvider time)
{
    private const int LongestComplaint = 300;

    /// <summary>Says whether a program is installed.</summary>
    public bool Has(string program) => places.Find(program) is not null;

    /// <summary>Runs a program and throws its output away.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="CopilotException">It is not installed.</exception>
    public Task<ProgramEnd> RunAsync(ProgramCall call, CancellationToken cancellationToken)
        => RunAsync(call, static (output, ct) => output.CopyToAsync(Stream.Null, ct), cancellationToken);

    /// <summary>Runs a program and returns its output as text.</summary>
    /// <returns>How it ended, and the text, cut short where the limit was passed.</returns>
    /// <exception cref="CopilotException">It is not installed.</exception>
    public async Task<(ProgramEnd End, string Text)> ReadAsync(ProgramCall call, CancellationToken cancellationToken)
    {
        var text = string.Empty;
        var end = await RunAsync(call, Read, cancellationToken);
        return (end, text);

        async Task Read(Stream output, CancellationToken ct)
        {
            using var reader = new StreamReader(output, Encoding.UTF8);
            text = await reader.ReadToEndAsync(ct);
        }
    }

    /// <summary>Runs a program. When the caller leaves, or time or output run out, it and all it started are ended.</summary>
    /// <param name="call">The program.</param>
    /// <param name="read">Reads its output as it comes. What it throws is thrown on, after the program has been ended; stopping early ends the program as well.</param>
    /// <param name="cancellationToken">Stops the program.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="CopilotException">It is not installed.</exception>
    public async Task<ProgramEnd> RunAsync(ProgramCall call, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Start(call) };
        using var limit = new CancellationTokenSource(options.ProgramTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        process.Start();
        var complaint = new StringBuilder();
        var complaining = Task.CompletedTask;
        try
        {
            process.StandardInput.Close();
            complaining = HearAsync(process.StandardError.BaseStream, complaint, either.Token);
            await using var output = new BoundedStream(process.StandardOutput.BaseStream, call.MostOutput);
            await read(output, either.Token);

            // A reader that has seen enough would leave the program waiting for ever for somebody to take the rest.
            process.StandardOutput.Close();
            await complaining;
            await process.WaitForExitAsync(either.Token);
            return new(process.ExitCode, OneLine(complaint), ProgramEnding.ByItself);
        }
        catch (OutputLimitException)
        {
            return new(-1, OneLine(complaint), ProgramEnding.TooMuchOutput);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return new(-1, OneLine(complaint), ProgramEnding.TimeUp);
        }
        finally
        {
            await EndAsync(process, complaining, either);
        }
    }

    private static async Task EndAsync(Process process, Task complaining, CancellationTokenSource either)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await either.CancelAsync();
        await complaining.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Without a token: it has been killed, and leaving before it is gone would let it hold files that the caller removes.
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static async Task HearAsync(Stream errors, StringBuilder complaint, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        while (await errors.ReadAsync(buffer, cancellationToken) is var read && read > 0)
        {
            if (complaint.Length < LongestComplaint)
            {
                complaint.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
    }

    private static string OneLine(StringBuilder complaint)
    {
        var words = string.Join(' ', complaint.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new string([.. words.Where(c => !char.IsControl(c)).Take(LongestComplaint)]);
    }

    private ProcessStartInfo Start(ProgramCall call)
    {
        var program = places.Find(call.Program)
            ?? throw new CopilotException($"{call.Program} is not installed; install the package {call.Package} (Debian: apt-get install {call.Package}).");
        var start = new ProcessStartInfo
        {
            FileName = program,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = call.Folder ?? Path.GetPathRoot(Path.GetFullPath("/")),
        };
        if (places.Find("prlimit") is { } prlimit)
        {
            start.FileName = prlimit;
            foreach (var argument in Limits(call).Append("--").Append(program))
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var argument in call.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var data = Environment.GetEnvironmentVariable("TESSDATA_PREFIX");
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = call.Folder ?? "/nonexistent";

        // Several pages are recognised at the same time; with threads of its own each of them becomes several times slower.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        if (!string.IsNullOrEmpty(data))
        {
            start.Environment["TESSDATA_PREFIX"] = data;
        }

        return start;
    }

    private IEnumerable<string> Limits(ProgramCall call)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"--as={(options.ProgramMegabytes + (long)call.ExtraMegabytes) << 20}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--cpu={(long)Math.Ceiling(options.ProgramTime.TotalSeconds) + 1}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--fsize={call.MostOutput}");
        yield return "--core=0";
    }
}
