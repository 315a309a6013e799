using System.CommandLine;
using System.Reflection;
using Copilot.Contracts;
using Copilot.Host.Channels.Mcp;
using Copilot.Host.Identity;
using Copilot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Copilot.Host.Commands;

/// <summary><c>copilot mcp</c>: the tools for a program that speaks the Model Context Protocol on standard input and output, where nothing else is written.</summary>
internal static class McpCommand
{
    private const string ServerName = "distribution-copilot";
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(60);

    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var persona = PersonaOption.Create();
        persona.Description += " Left out, the caller of the configuration (Copilot__Mcp__…) if there is one.";
        var command = new Command("mcp", "The tools as an MCP server on standard input and output, with the rights of one caller.") { persona };
        command.SetAction((arguments, cancellationToken) =>
        {
            var named = arguments.GetResult(persona) is { Implicit: false } ? arguments.GetValue(persona) : null;
            return RunAsync(terminal, named, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? persona, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starting = CopilotHost.StartAsync(terminal.House with { Listen = false }, stop.Token);
        var opening = OpenAsync(starting, persona);
        var tools = new McpToolBox(opening);
        try
        {
            await ServeAsync(terminal, opening, tools, stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            await stop.CancelAsync();
            await tools.SettleAsync();
            await CloseAsync(starting);
        }
    }

    /// <summary>Greets the client at once, while the house starts; a house that can't start ends the program with its reason.</summary>
    private static async Task ServeAsync(Terminal terminal, Task<McpHouse> opening, McpToolBox tools, CancellationToken cancellationToken)
    {
        // A client that closes its end after its last request still gets the answer.
        var requests = new OpenRequests(TimeProvider.System);
        var (input, output) = terminal.Pipes ?? (System.Console.OpenStandardInput(), new BufferedStream(System.Console.OpenStandardOutput()));
        await using var transport = new StreamServerTransport(
            new LineStream(input, requests.Sent, stop => requests.SettleAsync(LastAnswers, stop)),
            new LineStream(output, requests.Answered, _ => Task.CompletedTask),
            ServerName);
        await using var server = McpServer.Create(transport, Options(tools));
        var serving = server.RunAsync(cancellationToken);
        if (await Task.WhenAny(opening, serving) == opening)
        {
            await opening;
        }

        await serving;
    }

    private static McpServerOptions Options(McpToolBox tools) => new()
    {
        ServerInfo = new Implementation { Name = ServerName, Title = "Distribution Copilot", Version = typeof(McpCommand).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "1.0.0" },
        ServerInstructions = McpToolBox.Instructions,
        Capabilities = new ServerCapabilities { Tools = new ToolsCapability { ListChanged = false } },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = async (_, cancellationToken) => await tools.ListAsync(cancellationToken),
            CallToolHandler = async (request, cancellationToken) => await tools.CallAsync(request.Params?.Name ?? string.Empty, request.Params?.Arguments, cancellationToken),
        },
    };

    private static async Task<McpHouse> OpenAsync(Task<CopilotHost> starting, string? persona)
    {
        var services = (await starting).Services;
        var settings = services.GetRequiredService<CopilotSettings>();
        var caller = McpCallers.Find(settings, persona);
        return new McpHouse(services, caller, Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow()).ToString("N"));
    }

    private static async Task CloseAsync(Task<CopilotHost> starting)
    {
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (starting.IsCompletedSuccessfully)
        {
            await (await starting).DisposeAsync();
        }
    }
}
