namespace Copilot.Models;

/// <summary>What holds for a model that plans or writes: the keys <c>Copilot__Models__N__…</c> that models for vectors don't have. Its text form hides secrets.</summary>
public sealed record ChatModelOptions
{
    /// <summary>Gets how many tokens prompt and answer may have together, 1,024 to 4,000,000; 0 takes 8,192 for Ollama and 32,768 for others. Ollama is told; too large for the others and prompts are refused, too small and less is read than could be.</summary>
    public int ContextTokens { get; init; }

    /// <summary>Gets the most tokens of one answer, 16 to 200,000 and less than the context (default 2,048). Too small: answers are cut.</summary>
    public int MaxOutputTokens { get; init; } = 2048;

    /// <summary>Gets a value indicating whether the model runs inside the company; null decides by the address. Wrongly true: names and prices leave the company unmasked.</summary>
    public bool? InHouse { get; init; }

    /// <summary>Gets the price of a million tokens sent, in <see cref="Currency"/> (default 0).</summary>
    public decimal PriceInput { get; init; }

    /// <summary>Gets the price of a million tokens received, in <see cref="Currency"/> (default 0).</summary>
    public decimal PriceOutput { get; init; }

    /// <summary>Gets the currency of the prices, ISO 4217 (default USD).</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Gets how many answers run at the same time, 1 to 1,024; 0 takes 4 for Ollama and 64 for others. What comes on top waits.</summary>
    public int Concurrency { get; init; }

    /// <summary>Gets how long the first word may take, 1 to 1,800 seconds; null takes 300 for Ollama, which may have to load the model, and 60 for others.</summary>
    public TimeSpan? FirstTokenTimeout { get; init; }

    /// <summary>Gets how long each next word may take, 1 to 600 seconds (default 30).</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets Azure's <c>api-version</c>: set it for the older addresses with <c>/openai/deployments/</c> (for example 2024-10-21), leave it out for the address below <c>/openai/v1</c>.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Gets a value indicating whether the length of an answer is asked for as <c>max_completion_tokens</c>, which reasoning models need, in place of <c>max_tokens</c>; null: yes for OpenAI and Azure's newer address.</summary>
    public bool? MaxCompletionTokens { get; init; }

    /// <summary>Gets a value indicating whether instructions are sent as <c>developer</c> in place of <c>system</c> (default false).</summary>
    public bool DeveloperRole { get; init; }

    /// <summary>Gets a value indicating whether temperature and its kin may be sent (default true); reasoning models refuse them.</summary>
    public bool Temperature { get; init; } = true;

    /// <summary>Gets a value indicating whether a tool can be demanded by <c>tool_choice</c>; null: not of Ollama.</summary>
    public bool? ToolChoice { get; init; }

    /// <summary>Gets a value indicating whether <c>parallel_tool_calls</c> may be sent; null: to OpenAI and Azure only.</summary>
    public bool? ParallelToolCalls { get; init; }

    /// <summary>Gets a value indicating whether token counts are asked for by <c>stream_options</c> (default true); servers that refuse it have their tokens estimated.</summary>
    public bool StreamUsage { get; init; } = true;

    /// <summary>Gets how Ollama is spoken to (default native): <c>/v1</c> can neither say how long the context is nor refuse to cut prompts silently.</summary>
    public OllamaSurface OllamaApi { get; init; }

    /// <summary>Gets how long Ollama keeps the model loaded after an answer: <c>10m</c>, <c>-1</c> for ever (default: Ollama's own, five minutes).</summary>
    public string? KeepAlive { get; init; }

    /// <summary>Gets how much a reasoning model thinks before it answers: <c>none</c>, <c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c>; null says nothing.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Gets a value indicating whether answers begin inside their thinking, without the opening tag (default false).</summary>
    public bool StartsThinking { get; init; }

    /// <summary>Gets a secret from which each company gets its own <c>cache_salt</c> (vLLM): nobody can tell from the time of an answer what another company asked. Null sends none.</summary>
    public string? CacheSalt { get; init; }

    /// <summary>Gets how Azure is signed in to without a key; null for a key.</summary>
    public EntraOptions? Entra { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "chat (secrets hidden)";
}
