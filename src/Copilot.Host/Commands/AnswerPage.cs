using Copilot.Contracts;
using Spectre.Console;

namespace Copilot.Host.Commands;

/// <summary>Shows a turn in the terminal as it happens: status beside, the answer, its cards, its sources.</summary>
internal sealed class AnswerPage(Terminal terminal, bool json)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(terminal.Out),
        Ansi = terminal.OutIsWatched ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = terminal.OutIsWatched ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });

    private bool _begun;

    /// <summary>Gets how the turn ended, once it has.</summary>
    public TurnOutcome? Outcome { get; private set; }

    /// <summary>Shows one event.</summary>
    /// <param name="update">The event.</param>
    /// <returns>A task.</returns>
    public async Task ShowAsync(TurnUpdate update)
    {
        Outcome = (update as TurnFinished)?.Turn.Outcome;
        if (json)
        {
            if (update is TurnFinished whole)
            {
                await JsonLines.WriteAsync(terminal.Out, whole.Turn);
            }

            return;
        }

        switch (update)
        {
            case StatusUpdate status when terminal.ErrorIsWatched && !_begun:
                await terminal.RemarkAsync(status.Text);
                break;
            case TokenUpdate token:
                _begun = true;
                await terminal.Out.WriteAsync(TerminalText.Clean(token.Text));
                await terminal.Out.FlushAsync();
                break;
            case TurnFinished finished:
                await CloseAsync(finished.Turn);
                break;
            default:
                break;
        }
    }

    private async Task CloseAsync(Turn turn)
    {
        await terminal.Out.WriteLineAsync(_begun ? string.Empty : TerminalText.Clean(turn.Answer));
        foreach (var card in turn.Cards)
        {
            CardPage.Show(_console, card);
        }

        if (turn.Sources.Count > 0)
        {
            await terminal.Out.WriteLineAsync("\nSources");
            foreach (var source in turn.Sources)
            {
                var version = source.Version is null ? string.Empty : $", version {source.Version}";
                await terminal.Out.WriteLineAsync(TerminalText.Clean($"  [{source.Id}] {source.Title}{version}{(source.Uri is null ? string.Empty : "  " + source.Uri)}"));
            }
        }

        if (turn.Degraded is { } degraded)
        {
            await terminal.RemarkAsync(degraded);
        }

        await terminal.Out.WriteLineAsync($"\nturn {turn.TurnId} · conversation {turn.ConversationId} · {turn.Outcome.ToString().ToLowerInvariant()} · {turn.DurationMs} ms");
    }
}
