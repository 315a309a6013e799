using System.Globalization;

namespace Copilot.Models;

/// <summary>The models this installation may use.</summary>
public sealed class ModelsOptions
{
    /// <summary>Gets or sets the models; none means that the library fits an embedder of its own.</summary>
    public IReadOnlyList<ModelOptions> Models { get; set; } = [];

    /// <summary>Lists everything that is wrong, each with key, value found (never a secret) and repair.</summary>
    /// <returns>The faults; empty when all is well.</returns>
    public IReadOnlyList<string> Faults() => [.. Models.SelectMany(FaultsOf), .. Twice(ModelRole.Embedder), .. Twice(ModelRole.Reranker), .. ChatModelRules.Twins(Models)];

    /// <summary>Gets the model with a role, or null.</summary>
    /// <param name="role">The role.</param>
    internal ModelOptions? With(ModelRole role) => Models.FirstOrDefault(model => model.Roles.Contains(role));

    private static IEnumerable<string> FaultsOf(ModelOptions m)
        => [
            .. Rule(m.Model.Length > 0 && !m.Model.Any(char.IsControl), m, "Model", "nothing or unprintable", "give the model's own name (on Azure the deployment's)"),
            .. EndpointFaults(m),
            .. KeyFaults(m),
            .. RoleFaults(m),
            .. Rule(m.Dimension is >= 0 and <= 4096, m, "Dimension", m.Dimension, "give 1 to 4096, or 0 for the model's own"),
            .. Rule(m.BatchSize is >= 1 and <= 2048, m, "BatchSize", m.BatchSize, "give 1 to 2048"),
            .. Rule(m.Timeout.TotalSeconds is >= 1 and <= 600, m, "TimeoutSeconds", m.Timeout.TotalSeconds, "give 1 to 600"),
            .. Rule(m.QueryPrefix.Length <= 500, m, "QueryPrefix", "longer than 500 characters", "give a prefix, not a prompt"),
            .. Rule(m.PassagePrefix.Length <= 500, m, "PassagePrefix", "longer than 500 characters", "give a prefix, not a prompt"),
            .. Rule(m.Name.Length <= 100 && !m.Name.Any(char.IsControl), m, "Name", "longer than 100 characters or unprintable", "give a name people can read"),
            .. ChatModelRules.FaultsOf(m),
        ];

    private static IEnumerable<string> EndpointFaults(ModelOptions m)
    {
        if (m.Endpoint is not { } endpoint)
        {
            return Rule(m.Kind is ModelKind.OpenAi or ModelKind.Ollama, m, "Endpoint", "nothing", m.Kind == ModelKind.Azure
                ? "give the resource's address, for example https://NAME.openai.azure.com"
                : "give the address below which the model answers, for example http://127.0.0.1:8000/v1");
        }

        // The address itself is not repeated: one with a login would show the password.
        return Rule(endpoint is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0 }, m, "Endpoint", "an address that can't be used", "write it as https://host/path, without a user or password in it");
    }

    private static IEnumerable<string> KeyFaults(ModelOptions m)
        => [
            .. Rule(m.ApiKey is not null || m.Chat.Entra is not null || m.Kind is ModelKind.Compatible or ModelKind.Ollama, m, "ApiKey", "nothing", "give the key of the account that pays"),
            .. Rule(m.ApiKey is null || m.ApiKey.All(c => c is > ' ' and < '\u007F'), m, "ApiKey", "set (its value is hidden)", "it has a space, a line break or a letter that no key has; copy it again"),
        ];

    private static IEnumerable<string> RoleFaults(ModelOptions m)
        => [
            .. Rule(m.Roles.Count > 0, m, "Roles", "nothing", "say what the model is for: planner, writer, small, embedder or reranker"),
            .. Rule(!m.Chats || !m.Roles.Any(role => role is ModelRole.Embedder or ModelRole.Reranker), m, "Roles", $"'{string.Join(',', m.Roles.Select(role => Name(role)))}'", "no model both writes and embeds or ranks; name two models"),
            .. Rule(!(m.Roles.Contains(ModelRole.Embedder) && m.Roles.Contains(ModelRole.Reranker)), m, "Roles", "'embedder,reranker'", "no model is both; name two models"),
            .. Rule(!m.Roles.Contains(ModelRole.Reranker) || m.Kind == ModelKind.Compatible, m, "Roles", "'reranker'", $"kind {Name(m.Kind)} has no /rerank; use kind compatible with a server that has one (vLLM, Jina, Cohere, Text Embeddings Inference)"),
        ];

    private static IEnumerable<string> Rule(bool holds, ModelOptions model, string key, object found, string repair)
        => holds ? [] : [string.Create(CultureInfo.InvariantCulture, $"{model.Variable(key)} is {found}: {repair}.")];

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();

    private IEnumerable<string> Twice(ModelRole role)
        => Models.Where(model => model.Roles.Contains(role)).Skip(1).SelectMany(model => Rule(false, model, "Roles", $"'{Name(role)}'", $"another model is the {Name(role)} already; keep one"));
}
