using Copilot.Host;
using Copilot.Host.Commands;
using Microsoft.Extensions.Logging;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The verb ends in order: a running turn gets its last audit entry.
    pressed.Cancel = true;
    interrupted.Cancel();
};

var serves = args.Length == 0 || args[0].StartsWith('-') || args[0] == "serve";
var terminal = new Terminal
{
    Out = Console.Out,
    Error = Console.Error,
    OutIsWatched = !Console.IsOutputRedirected,
    ErrorIsWatched = !Console.IsErrorRedirected,
    House = new CopilotHostOptions { LogLevel = serves ? LogLevel.Information : LogLevel.Error },
};
return await CopilotCommands.RunAsync(args, terminal, interrupted.Token);
