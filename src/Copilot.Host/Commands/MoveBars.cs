using Copilot.Contracts;

namespace Copilot.Host.Commands;

/// <summary>One progress bar a table.</summary>
internal sealed class MoveBars(Terminal terminal) : IProgress<MoveProgress>, IDisposable
{
    private string? _name;
    private Progress? _bar;

    /// <inheritdoc/>
    public void Report(MoveProgress value)
    {
        if (value.Name != _name)
        {
            _bar?.Dispose();
            (_name, _bar) = (value.Name, new Progress(terminal, value.Name));
        }

        _bar!.Show(value.Done, value.Total);
    }

    /// <inheritdoc/>
    public void Dispose() => _bar?.Dispose();
}
