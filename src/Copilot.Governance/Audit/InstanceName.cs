using System.Diagnostics;
using System.Globalization;

namespace Copilot.Governance.Audit;

/// <summary>Which process wrote an entry: <c>machine/pid/start</c>. Tells a turn that still runs elsewhere from one whose process died.</summary>
internal static class InstanceName
{
    public static string Current { get; } = Name(Process.GetCurrentProcess());

    /// <summary>True when the process named may still run: it runs on this machine, or it is on another one, of which nothing is known here.</summary>
    public static bool MayBeAlive(string instance)
    {
        var parts = instance.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName)
        {
            return parts.Length == 3;
        }

        try
        {
            using var process = Process.GetProcessById(int.Parse(parts[1], CultureInfo.InvariantCulture));
            return !process.HasExited && Name(process) == instance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            return false;
        }
    }

    // The start is read to the second: the clock behind it is derived from boot time and may differ by some milliseconds between readers.
    private static string Name(Process process)
        => string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{new DateTimeOffset(process.StartTime.ToUniversalTime()).AddMilliseconds(500).ToUnixTimeSeconds()}");
}
