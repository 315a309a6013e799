using System.CommandLine;

namespace Copilot.Host.Commands;

/// <summary><c>copilot serve</c>.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, ';' between them.",
            HelpName = "URLS",
            DefaultValueFactory = _ => terminal.House.Urls,
        };
        urls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>().Split(';').Any(url => !Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            {
                result.AddError("Write addresses as http://localhost:5080, with ';' between several.");
            }
        });
        var command = new Command("serve", "The service: web chat, REST, hub.") { urls };
        command.SetAction((arguments, cancellationToken) => RunAsync(terminal, arguments.GetValue(urls)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string urls, CancellationToken cancellationToken)
    {
        await using var house = await CopilotHost.StartAsync(terminal.House with { Urls = urls, Listen = true }, cancellationToken);
        await terminal.Out.WriteLineAsync($"Distribution Copilot is ready at {house.Address}");
        await house.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
