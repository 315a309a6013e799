namespace Copilot.Models;

/// <summary>Which of Ollama's two surfaces is used.</summary>
public enum OllamaSurface
{
    /// <summary><c>/api/chat</c>, with the length of the context.</summary>
    Native,

    /// <summary><c>/v1/chat/completions</c>, OpenAI's format.</summary>
    V1,
}
