using System.CommandLine;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot ask</c>: one turn in the terminal.</summary>
internal static class AskCommand
{
    private const string Channel = "terminal";

    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var question = new Argument<string>("QUESTION") { Description = "The question, in quotes." };
        var persona = PersonaOption.Create();
        var conversation = new Option<string?>("--conversation") { Description = "Goes on with an earlier conversation.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Writes the turn as JSON and nothing else." };
        var command = new Command("ask", "Asks one question and shows the answer with its sources.") { question, persona, conversation, json };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            terminal,
            new AskRequest { Question = arguments.GetValue(question), ConversationId = arguments.GetValue(conversation) },
            arguments.Caller(persona),
            arguments.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, AskRequest ask, Caller caller, bool json, CancellationToken cancellationToken)
    {
        if (QuestionShape.Fault(ask) is { } fault)
        {
            throw new BadInputException(fault);
        }

        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false }, cancellationToken);
        var desk = house.Services.GetRequiredService<QuestionDesk>();
        var accepted = await desk.AcceptAsync(ask, caller, Channel, cancellationToken);
        if (accepted.Turn is null)
        {
            throw new CopilotException(accepted.Problem!.Detail);
        }

        var page = new AnswerPage(terminal, json);
        await foreach (var update in desk.RunAsync(accepted.Turn, cancellationToken))
        {
            await page.ShowAsync(update);
        }

        return page.Outcome == TurnOutcome.Failed ? 1 : 0;
    }
}
