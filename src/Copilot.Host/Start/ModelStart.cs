using System.Globalization;
using Copilot.Contracts;
using Copilot.Models;

namespace Copilot.Host.Start;

/// <summary>Shows in <c>/readyz</c> how the chat models are doing. One that is down makes nothing unready: another answers, or the rules do.</summary>
internal sealed class ModelStart(ChatModelStates models, Readiness readiness) : IHostedService
{
    /// <summary>The part's name.</summary>
    public const string Part = "models";

    /// <summary>Says in a line how the models are doing.</summary>
    /// <param name="states">Their states.</param>
    public static PartState Of(IReadOnlyList<ChatModelState> states)
    {
        var speaks = states.FirstOrDefault(state => state.IsAvailable && state.Duties.Contains(ModelDuty.Planner));
        var voice = speaks is null ? "the rules answer" : $"{speaks.Name} answers";
        return new PartState(speaks is not null, $"{voice}: {string.Join("; ", states.Select(Line))}");
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (models.Look().Count > 0)
        {
            readiness.Show(Part, () => Of(models.Look()));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Line(ChatModelState state)
    {
        var duties = string.Join(", ", state.Duties.Select(duty => duty.ToString().ToLowerInvariant()));
        var now = state.RestsUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $"rests until {until:HH:mm:ss} UTC")
            : !state.IsAvailable ? "is being tried again"
            : state.Answers + state.Faults == 0 ? "not asked yet"
            : "ok";
        var last = state.LastFault is { } fault ? string.Create(CultureInfo.InvariantCulture, $", last fault {fault} at {state.LastFaultAt:HH:mm:ss} UTC") : string.Empty;
        return $"{state.Name} ({(duties.Length == 0 ? "nothing to do" : duties)}) {now}{last}";
    }
}
