using Copilot.Evals.Running;

namespace Copilot.Evals;

/// <summary>Says on a terminal how far the run is; silent when the errors go elsewhere.</summary>
internal sealed class TerminalProgress : IProgress<EvalProgress>
{
    private const int Width = 30;

    /// <inheritdoc/>
    public void Report(EvalProgress value)
    {
        if (!Console.IsErrorRedirected)
        {
            var filled = value.Total == 0 ? Width : Width * value.Done / value.Total;
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {value.Done}/{value.Total} {value.Case,-40}");
        }
    }
}
