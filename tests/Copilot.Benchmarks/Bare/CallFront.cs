using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Copilot.Benchmarks.Bare;

/// <summary>The proxy that <see cref="CallRecording"/> puts before a service.</summary>
#pragma warning disable CA1852 // The runtime derives the proxy from it.
internal class CallFront : DispatchProxy
#pragma warning restore CA1852
{
    private CallRecording? _recording;
    private object? _inner;

    public void Open(CallRecording recording, object inner)
    {
        _recording = recording;
        _inner = inner;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _recording!.Note(targetMethod!, args!);
        try
        {
            return targetMethod!.Invoke(_inner, args);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
