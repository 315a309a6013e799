namespace Copilot.Models;

/// <summary>One model at an endpoint: the keys <c>Copilot__Models__N__…</c>. Its text form hides the key.</summary>
public sealed record ModelOptions
{
    /// <summary>Gets its number in the configuration, for messages.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the name people call it by; default the model's own name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets how the endpoint is spoken to.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>
    /// Gets the address below which the model answers, with the path that belongs to it, without a login: <c>http://host:8000/v1</c> for vLLM. OpenAI's own and
    /// Ollama's on this machine need none. A wrong one stops everything that needs the model, with a message.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Gets the model's own name; on Azure the deployment's. It is part of every stored vector's identity: another one means embedding anew.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the key; null when the endpoint asks for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets what it is used for; at least one.</summary>
    public required IReadOnlyList<ModelRole> Roles { get; init; }

    /// <summary>Gets how many numbers a vector must have, 1 to 4,096; 0 takes the model's own. Models that can shorten their vectors are asked to; another length in the answer is a fault.</summary>
    public int Dimension { get; init; }

    /// <summary>Gets what is written before a question, with a space after it: <c>query:</c> for e5, <c>search_query:</c> for nomic. A model trained with prefixes finds less without.</summary>
    public string QueryPrefix { get; init; } = string.Empty;

    /// <summary>Gets what is written before a passage, with a space after it: <c>passage:</c> for e5, <c>search_document:</c> for nomic. Changing it means embedding anew.</summary>
    public string PassagePrefix { get; init; } = string.Empty;

    /// <summary>Gets the most texts sent at once, 1 to 2,048 (default 32, which every server takes). Larger is faster on large servers.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Gets how long one request may take (default 60 seconds; 1 to 600). Too short: a model that is loaded on demand never answers in time.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets what holds for planners and writers.</summary>
    public ChatModelOptions Chat { get; init; } = new();

    /// <summary>Gets the name for people.</summary>
    internal string DisplayName => Name.Length > 0 ? Name : Model;

    /// <summary>Gets a value indicating whether it plans or writes.</summary>
    internal bool Chats => Roles.Any(role => role is ModelRole.Planner or ModelRole.Writer or ModelRole.Small);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Model}, {string.Join(' ', Roles)} (key hidden)";

    /// <summary>Gets a key of this model as an environment variable.</summary>
    /// <param name="key">The last part.</param>
    internal string Variable(string key) => FormattableString.Invariant($"Copilot__Models__{Number}__{key}");

    /// <summary>Gets how many tokens a context has when nothing is said.</summary>
    /// <param name="kind">The kind.</param>
    internal static int DefaultContext(ModelKind kind) => kind == ModelKind.Ollama ? 8192 : 32_768;
}
