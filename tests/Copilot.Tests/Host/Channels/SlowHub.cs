using Copilot.Host.Channels.Web;
using Microsoft.AspNetCore.SignalR;

namespace Copilot.Tests.Host.Channels;

/// <summary>The hub's lines, of which some take nothing until they are told to go on.</summary>
internal sealed class SlowHub : IHubContext<ChatHub>, IHubClients
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TaskCompletionSource> held = new(StringComparer.Ordinal);

    /// <summary>What was handed to the lines, in the order in which it was.</summary>
    public List<(string Line, string Method, object? Message)> Handed { get; } = [];

    public IHubClients Clients => this;

    public IGroupManager Groups => throw new NotSupportedException();

    public IClientProxy All => throw new NotSupportedException();

    /// <summary>From now on a line takes nothing.</summary>
    public void Hold(string line)
    {
        lock (gate)
        {
            held[line] = new TaskCompletionSource();
        }
    }

    /// <summary>The line takes what it was handed, and everything from now on.</summary>
    public void GoOn(string line) => Free(line).SetResult();

    /// <summary>What it was handed is lost.</summary>
    public void Break(string line) => Free(line).SetException(new IOException("the line broke"));

    /// <summary>What a line was handed.</summary>
    public IReadOnlyList<object?> To(string line)
    {
        lock (gate)
        {
            return [.. Handed.Where(h => h.Line == line).Select(h => h.Message)];
        }
    }

    public ISingleClientProxy Client(string connectionId) => new Line(this, connectionId);

    IClientProxy IHubClients<IClientProxy>.Client(string connectionId) => Client(connectionId);

    public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();

    public IClientProxy Group(string groupName) => throw new NotSupportedException();

    public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

    public IClientProxy User(string userId) => throw new NotSupportedException();

    public IClientProxy Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

    private TaskCompletionSource Free(string line)
    {
        lock (gate)
        {
            held.Remove(line, out var waiting);
            return waiting!;
        }
    }

    private Task Take(string line, string method, object? message)
    {
        lock (gate)
        {
            Handed.Add((line, method, message));
            return held.TryGetValue(line, out var waiting) ? waiting.Task : Task.CompletedTask;
        }
    }

    private sealed class Line(SlowHub hub, string id) : ISingleClientProxy
    {
        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default) => hub.Take(id, method, args[0]);

        public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
