using System.Diagnostics;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Documents.Programs;
using Copilot.Testing.Documents;
using Xunit;

namespace Copilot.Tests.Documents.Programs;

/// <summary>Programs run without a shell, within their limits, and are gone afterwards.</summary>
public sealed class ProgramRunnerTests
{
    [Fact]
    public async Task A_missing_program_is_named_with_its_package()
    {
        var fault = await Assert.ThrowsAsync<CopilotException>(() => Runner().RunAsync(new("pdf-to-nothing", "poppler-utils", []), default));

        Assert.Contains("pdf-to-nothing is not installed; install the package poppler-utils", fault.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Arguments_reach_the_program_as_they_are()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var (end, text) = await Runner().ReadAsync(new("printf", "coreutils", ["%s|", "$(id)", "; `ls` > x", "a b", "\"'"]), default);

        Assert.True(end.Fine);
        Assert.Equal("$(id)|; `ls` > x|a b|\"'|", text);
    }

    [SkippableFact]
    public async Task A_program_whose_time_is_up_is_ended()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var end = await Runner(new HastyTime()).RunAsync(new("sleep", "coreutils", ["600"]), default);

        Assert.Equal(ProgramEnding.TimeUp, end.Ending);
        Assert.False(end.Fine);
    }

    [SkippableFact]
    public async Task A_program_that_writes_too_much_is_ended()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var end = await Runner().RunAsync(new("yes", "coreutils", []) { MostOutput = 100_000 }, default);

        Assert.Equal(ProgramEnding.TooMuchOutput, end.Ending);
    }

    [SkippableFact]
    public async Task When_the_caller_leaves_the_program_and_all_it_started_are_ended()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var leaving = new CancellationTokenSource();
        var child = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner().RunAsync(
            new("sh", "dash", ["-c", "sleep 600 & echo $!; wait"]),
            async (output, token) =>
            {
                using var reader = new StreamReader(output);
                child = int.Parse((await reader.ReadLineAsync(token))!, CultureInfo.InvariantCulture);
                await leaving.CancelAsync();
                await reader.ReadLineAsync(token);
            },
            leaving.Token));

        Assert.True(child > 0);
        Assert.False(await IsAliveAsync(child));
    }

    [SkippableFact]
    public async Task A_reader_that_has_seen_enough_does_not_leave_the_program_waiting()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var end = await Runner().RunAsync(new("yes", "coreutils", []), async (output, token) => await output.ReadExactlyAsync(new byte[100], token), default);

        Assert.Equal(ProgramEnding.ByItself, end.Ending);
        Assert.False(end.Fine);
    }

    [SkippableFact]
    public async Task What_a_program_complains_about_is_one_short_line()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var end = await Runner().RunAsync(new("ls", "coreutils", [.. Enumerable.Range(0, 200).Select(i => $"/nowhere/{i}")]), default);

        Assert.NotEqual(0, end.Code);
        Assert.Contains("cannot access '/nowhere/0'", end.Complaint, StringComparison.Ordinal);
        Assert.InRange(end.Complaint.Length, 1, 300);
        Assert.DoesNotContain('\n', end.Complaint);
    }

    [SkippableFact]
    public async Task The_environment_holds_nothing_of_the_service()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var (_, text) = await Runner().ReadAsync(new("env", "coreutils", []), default);

        Assert.Subset(
            new HashSet<string> { "PATH", "LANG", "HOME", "TMPDIR", "OMP_THREAD_LIMIT", "TESSDATA_PREFIX" },
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')[0]).ToHashSet());
        Assert.Contains("OMP_THREAD_LIMIT=1", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_program_that_wants_more_memory_than_it_may_fails()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has prlimit.");
        InstalledProgram.Need("prlimit");
        var end = await Runner().RunAsync(new("tail", "coreutils", ["/dev/zero"]), default);

        Assert.Equal(ProgramEnding.ByItself, end.Ending);
        Assert.NotEqual(0, end.Code);
    }

    private static ProgramRunner Runner(TimeProvider? time = null)
        => new(new DocumentsOptions { ProgramMegabytes = 128, ProgramTime = TimeSpan.FromMinutes(2) }, ProgramPlaces.OfProcess(), time ?? TimeProvider.System);

    private static async Task<bool> IsAliveAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!limit.IsCancellationRequested)
            {
                var state = await File.ReadAllTextAsync($"/proc/{id}/stat", limit.Token);
                if (state[state.LastIndexOf(')') + 2] is 'Z' or 'X')
                {
                    return false;
                }

                await Task.Yield();
            }

            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }

    /// <summary>Every limit is over at once.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
