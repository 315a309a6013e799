using Microsoft.AspNetCore.SignalR;

namespace Copilot.Host.Channels.Web;

/// <summary>
/// Brings what the service says of its own accord to the lines of the web chat. Each line has its own pace: what a slow one can't take yet waits for it alone, and of each thing only the
/// newest state. Whoever hands something in waits for nobody. A line that takes nothing for ten seconds is closed by the transport, so what waits has an end. Thread-safe.
/// </summary>
internal sealed class LinePost(IHubContext<ChatHub> hub, Faults faults)
{
    private readonly Lock _gate = new();

    // Only lines to which something is under way; with what waits behind it, by what it is about, the oldest first.
    private readonly Dictionary<string, OrderedDictionary<string, Letter>?> _busy = new(StringComparer.Ordinal);

    /// <summary>Gets how many lines have something under way just now.</summary>
    public int Busy
    {
        get
        {
            lock (_gate)
            {
                return _busy.Count;
            }
        }
    }

    /// <summary>Hands something in for lines. Comes back at once; a line that is gone gets nothing.</summary>
    /// <param name="lines">The connections.</param>
    /// <param name="method">The client's method.</param>
    /// <param name="about">What it is about: while it waits, something newer about the same takes its place.</param>
    /// <param name="message">The message.</param>
    public void Bring(IReadOnlyList<string> lines, string method, string about, object message)
    {
        var letter = new Letter(method, message);
        foreach (var line in lines)
        {
            if (Begins(line, method + " " + about, letter))
            {
                _ = SendAsync(line, letter);
            }
        }
    }

    private bool Begins(string line, string about, Letter letter)
    {
        lock (_gate)
        {
            if (!_busy.TryGetValue(line, out var waiting))
            {
                _busy.Add(line, null);
                return true;
            }

            waiting ??= _busy[line] = new(StringComparer.Ordinal);
            waiting[about] = letter;
            return false;
        }
    }

    private async Task SendAsync(string line, Letter letter)
    {
        for (var next = letter; next is not null; next = Next(line))
        {
            try
            {
                await hub.Clients.Client(line).SendAsync(next.Method, next.Message);
            }
            catch (Exception exception)
            {
                // One letter of one line; the others are brought.
                faults.Note(exception);
            }
        }
    }

    private Letter? Next(string line)
    {
        lock (_gate)
        {
            if (_busy[line] is { Count: > 0 } waiting)
            {
                var next = waiting.GetAt(0).Value;
                waiting.RemoveAt(0);
                return next;
            }

            _busy.Remove(line);
            return null;
        }
    }

    private sealed record Letter(string Method, object Message);
}
