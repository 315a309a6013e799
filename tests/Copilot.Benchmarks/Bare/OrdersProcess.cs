using System.Diagnostics;
using System.Globalization;

namespace Copilot.Benchmarks.Bare;

/// <summary><see cref="MadeOrders"/> in a process of its own, as a business system is: its hundreds of thousands of rows are no part of the heap that is measured.</summary>
internal sealed class OrdersProcess : IAsyncDisposable
{
    private const string Verb = "serve-orders";
    private readonly Process process;

    private OrdersProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    public static async Task<OrdersProcess> StartAsync(int lines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(OrdersProcess).Assembly.Location, Verb, lines.ToString(CultureInfo.InvariantCulture), now.ToString("O", CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new OrdersProcess(process, Uri.TryCreate(said, UriKind.Absolute, out var address) ? address : throw new InvalidOperationException($"The made orders were not served: {said}"));
    }

    /// <summary>What the other process does: serves until its input ends. Null when the arguments are not for it.</summary>
    public static async Task<int?> RunAsync(string[] args)
    {
        if (args is not [Verb, var lines, var now])
        {
            return null;
        }

        await using var server = await MadeOrders.StartAsync(int.Parse(lines, CultureInfo.InvariantCulture), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        Console.WriteLine(server.Address);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
