using System.Globalization;

namespace Copilot.Host.Commands;

/// <summary>A progress bar on standard error, drawn only when somebody watches.</summary>
internal sealed class Progress(Terminal terminal, string what) : IDisposable
{
    private const int Width = 30;

    private readonly Lock _gate = new();
    private int _drawn = -1;

    /// <summary>Shows how far the work has come.</summary>
    /// <param name="done">What is done.</param>
    /// <param name="total">What there is.</param>
    public void Show(long done, long total)
    {
        if (!terminal.ErrorIsWatched || total == 0)
        {
            return;
        }

        lock (_gate)
        {
            var share = (int)(100 * done / total);
            if (share == _drawn)
            {
                return;
            }

            _drawn = share;
            var filled = Width * share / 100;
            terminal.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r{what} [{new string('#', filled)}{new string('.', Width - filled)}] {done}/{total}"));
        }
    }

    /// <summary>Ends the bar's line.</summary>
    public void Dispose()
    {
        if (_drawn >= 0)
        {
            terminal.Error.WriteLine();
        }
    }
}
