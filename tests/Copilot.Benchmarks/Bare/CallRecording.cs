using System.Reflection;

namespace Copilot.Benchmarks.Bare;

/// <summary>Stands before a service, notes the calls made of it while asked to, and makes them again without anything around them.</summary>
internal sealed class CallRecording
{
    private readonly Lock _lock = new();
    private List<(MethodInfo Method, object?[] Arguments)>? _calls;
    private object? _inner;

    public T Around<T>(T inner)
        where T : class
    {
        _inner = inner;
        var front = DispatchProxy.Create<T, CallFront>();
        ((CallFront)(object)front).Open(this, inner);
        return front;
    }

    public async Task<IReadOnlyList<Func<Task>>> RecordAsync(Func<Task> work)
    {
        var calls = new List<(MethodInfo Method, object?[] Arguments)>();
        _calls = calls;
        await work();
        _calls = null;
        return [.. calls.Select(call => (Func<Task>)(() => (Task)call.Method.Invoke(_inner, call.Arguments)!))];
    }

    internal void Note(MethodInfo method, object?[] arguments)
    {
        if (_calls is { } calls && typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            lock (_lock)
            {
                // The token of the call made then is over by now.
                calls.Add((method, [.. arguments.Select(a => a is CancellationToken ? CancellationToken.None : a)]));
            }
        }
    }
}
