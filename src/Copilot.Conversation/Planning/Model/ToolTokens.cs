using System.Collections.Concurrent;
using Copilot.Contracts;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>How many tokens the declaration of a tool costs each model. They stay as they are while the service runs, so each is counted once. Thread-safe.</summary>
internal sealed class ToolTokens
{
    private readonly ConcurrentDictionary<(string Model, AIFunctionDeclaration Tool), int> _known = new();

    /// <summary>Counts what declarations cost, as the model's estimate says.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tools">Declarations, each the same object in every turn.</param>
    public int Of(ChatModel model, IReadOnlyList<AIFunctionDeclaration> tools)
        => tools.Sum(tool => _known.GetOrAdd((model.Name, tool), static (key, of) => of.EstimateTokens(key.Tool.Name + key.Tool.Description + key.Tool.JsonSchema.GetRawText()), model));
}
