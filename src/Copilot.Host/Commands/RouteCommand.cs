using System.CommandLine;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Host.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Host.Commands;

/// <summary><c>copilot route</c>: what the rule planner would call. No tool is run.</summary>
internal static class RouteCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal)
    {
        var question = new Argument<string?>("QUESTION") { Description = "One question, in quotes.", Arity = ArgumentArity.ZeroOrOne };
        var queries = new Option<FileInfo?>("--queries") { Description = "A file with one question a line: {\"id\":\"…\",\"query\":\"…\"}.", HelpName = "FILE.jsonl" };
        var persona = PersonaOption.Create();
        var json = new Option<bool>("--json") { Description = "Writes one JSON object a question and nothing else." };
        var command = new Command("route", "Shows which look-ups the rule planner would make; nothing is looked up.") { question, queries, persona, json };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(question)) == (result.GetValue(queries) is null))
            {
                result.AddError("Write either a QUESTION or --queries FILE.jsonl.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var asked = arguments.GetValue(queries) is { } file
                ? await JsonLines.ReadQueriesAsync(file, cancellationToken)
                : [("1", arguments.GetValue(question)!)];
            return await RunAsync(terminal, asked, arguments.Caller(persona), arguments.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, IReadOnlyList<(string Id, string Query)> asked, Caller caller, bool json, CancellationToken cancellationToken)
    {
        if (asked.Select(a => (a.Id, Fault: QuestionShape.Fault(new AskRequest { Question = a.Query }))).FirstOrDefault(a => a.Fault is not null) is { Fault: { } fault } bad)
        {
            throw new BadInputException($"{bad.Id}: {fault}");
        }

        await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.Business }, cancellationToken);
        var preview = house.Services.GetRequiredService<RoutePreview>();
        using var bar = new Progress(terminal, "routing");
        for (var i = 0; i < asked.Count; i++)
        {
            var decision = await preview.DecideAsync(caller, asked[i].Query, cancellationToken);
            await (json
                ? JsonLines.WriteAsync(terminal.Out, new { id = asked[i].Id, tools = decision.Tools, score = decision.Score })
                : terminal.Out.WriteLineAsync(TerminalText.Clean(Text(asked[i].Query, decision))));
            bar.Show(i + 1, asked.Count);
        }

        return 0;
    }

    private static string Text(string question, RouteDecision decision)
    {
        var calls = decision.Tools.Select(tool => $"  {tool.Name} {tool.Arguments.ToJsonString(ContractJson.Options)}");
        IEnumerable<string> reply = decision.Reply is { } text ? [$"  says: {text}"] : [];
        return string.Join('\n', [string.Create(CultureInfo.InvariantCulture, $"{question}  ({decision.Score:0.00})"), .. calls, .. reply]);
    }
}
