namespace Copilot.Models;

/// <summary>How a model's endpoint is spoken to.</summary>
public enum ModelKind
{
    /// <summary>Azure OpenAI, the surface below <c>/openai/v1/</c>; the key goes into the header <c>api-key</c>.</summary>
    Azure,

    /// <summary>OpenAI itself.</summary>
    OpenAi,

    /// <summary>Anything that speaks OpenAI's format: vLLM, LiteLLM, llama.cpp, Text Embeddings Inference, Mistral and others.</summary>
    Compatible,

    /// <summary>Ollama.</summary>
    Ollama,
}
