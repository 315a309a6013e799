namespace Copilot.Models;

/// <summary>How the chat models are doing, for <c>/readyz</c> and the console. Cheap: nothing is asked of an endpoint.</summary>
public sealed class ChatModelStates
{
    private readonly IReadOnlyList<Func<ChatModelState>> _looks;

    /// <summary>Initializes a new instance of the <see cref="ChatModelStates"/> class.</summary>
    /// <param name="looks">Looks at each model.</param>
    internal ChatModelStates(IReadOnlyList<Func<ChatModelState>> looks) => _looks = looks;

    /// <summary>Looks at all models.</summary>
    /// <returns>Their states, in the order of the configuration; empty when none is configured.</returns>
    public IReadOnlyList<ChatModelState> Look() => [.. _looks.Select(look => look())];
}
