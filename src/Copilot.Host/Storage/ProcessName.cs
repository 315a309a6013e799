using System.Diagnostics;
using System.Globalization;

namespace Copilot.Host.Storage;

/// <summary>What a process is called in the store: <c>machine/pid/start/chance</c>, for people to find it again and never the same twice.</summary>
internal static class ProcessName
{
    /// <summary>Makes a name for this process.</summary>
    /// <returns>The name; its last part differs each time, since containers on two machines may agree in all others.</returns>
    public static string Create()
    {
        using var process = Process.GetCurrentProcess();
        var start = new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{start}/{Guid.NewGuid().ToString("N")[..8]}");
    }
}
