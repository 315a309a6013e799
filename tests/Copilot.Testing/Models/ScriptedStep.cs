using System.Text;

namespace Copilot.Testing.Models;

/// <summary>One step of an answer: bytes that leave in one piece, a pause that the script ends, or the end of the connection.</summary>
public sealed record ScriptedStep
{
    private ScriptedStep()
    {
    }

    /// <summary>What is sent; flushed before the next step.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; private init; }

    /// <summary>Waits for this; it ends too when the reader leaves.</summary>
    public Func<CancellationToken, Task>? Pause { get; private init; }

    /// <summary>Cuts the connection, so that the reader sees a reset and not an end.</summary>
    public bool Aborts { get; private init; }

    /// <summary>Ends the answer here, well-formed for HTTP; what follows is not sent.</summary>
    public bool Ends { get; private init; }

    /// <summary>Cuts the connection.</summary>
    public static ScriptedStep Abort { get; } = new() { Aborts = true };

    /// <summary>Ends the answer.</summary>
    public static ScriptedStep End { get; } = new() { Ends = true };

    /// <summary>Says nothing until the reader leaves.</summary>
    public static ScriptedStep Stall { get; } = new() { Pause = token => Task.Delay(Timeout.Infinite, token) };

    public static ScriptedStep Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public static ScriptedStep Send(ReadOnlyMemory<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Waits for something the script decides.</summary>
    public static ScriptedStep WaitFor(Task gate) => new() { Pause = gate.WaitAsync };
}
