namespace Copilot.Models.Chat;

/// <summary>What holds for one chat model, with the defaults of its kind filled in.</summary>
internal sealed record ChatTraits
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan Brisk = TimeSpan.FromSeconds(60);

    /// <summary>Gets the model as it is configured.</summary>
    public required ModelOptions Model { get; init; }

    /// <summary>Gets a value indicating whether Ollama's own surface is spoken.</summary>
    public required bool IsNativeOllama { get; init; }

    /// <summary>Gets how many tokens prompt and answer may have together.</summary>
    public required int ContextTokens { get; init; }

    /// <summary>Gets how many answers run at the same time.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Gets how long the first word may take.</summary>
    public required TimeSpan FirstTokenTimeout { get; init; }

    /// <summary>Gets a value indicating whether <c>max_completion_tokens</c> is sent in place of <c>max_tokens</c>.</summary>
    public required bool MaxCompletionTokens { get; init; }

    /// <summary>Gets a value indicating whether <c>tool_choice</c> can demand a tool.</summary>
    public required bool ToolChoice { get; init; }

    /// <summary>Gets a value indicating whether <c>parallel_tool_calls</c> may be sent.</summary>
    public required bool ParallelToolCalls { get; init; }

    /// <summary>Gets a value indicating whether the model runs inside the company.</summary>
    public required bool InHouse { get; init; }

    /// <summary>Gets the chat settings.</summary>
    public ChatModelOptions Chat => Model.Chat;

    /// <summary>Fills in the defaults.</summary>
    /// <param name="model">The model.</param>
    public static ChatTraits Of(ModelOptions model)
    {
        var isOllama = model.Kind == ModelKind.Ollama;
        var isOpenAi = model.Kind is ModelKind.OpenAi or ModelKind.Azure;
        return new ChatTraits
        {
            Model = model,
            IsNativeOllama = isOllama && model.Chat.OllamaApi == OllamaSurface.Native,
            ContextTokens = model.Chat.ContextTokens > 0 ? model.Chat.ContextTokens : ModelOptions.DefaultContext(model.Kind),
            Concurrency = model.Chat.Concurrency > 0 ? model.Chat.Concurrency : isOllama ? 4 : 64,
            FirstTokenTimeout = model.Chat.FirstTokenTimeout ?? (isOllama ? Patient : Brisk),
            MaxCompletionTokens = model.Chat.MaxCompletionTokens ?? (isOpenAi && model.Chat.ApiVersion is null),
            ToolChoice = model.Chat.ToolChoice ?? !isOllama,
            ParallelToolCalls = model.Chat.ParallelToolCalls ?? isOpenAi,
            InHouse = model.Chat.InHouse ?? InHouseAddress.IsInHouse(model),
        };
    }
}
