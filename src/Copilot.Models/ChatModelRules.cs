using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Models;

/// <summary>What must hold for the settings of models that plan or write.</summary>
internal static partial class ChatModelRules
{
    private static readonly string[] Efforts = ["none", "minimal", "low", "medium", "high", "xhigh"];

    /// <summary>Lists everything that is wrong with a model's chat settings.</summary>
    /// <param name="m">The model.</param>
    public static IEnumerable<string> FaultsOf(ModelOptions m)
        => m.Chats ? [.. Sizes(m), .. Times(m), .. Prices(m), .. Switches(m), .. EntraFaults(m)] : OnlyForChat(m);

    /// <summary>Lists chat models that can't be told apart.</summary>
    /// <param name="models">All models.</param>
    public static IEnumerable<string> Twins(IReadOnlyList<ModelOptions> models)
        => models.Where(model => model.Chats).GroupBy(model => model.DisplayName, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Skip(1))
            .Select(twin => $"{twin.Variable("Name")} is '{twin.DisplayName}' (the model's own name where none is given), and so is another model's: give each a Name of its own, or prices and faults could not be told apart.");

    private static IEnumerable<string> Sizes(ModelOptions m)
    {
        var chat = m.Chat;
        var context = chat.ContextTokens == 0 ? ModelOptions.DefaultContext(m.Kind) : chat.ContextTokens;
        return [
            .. Rule(chat.ContextTokens is 0 or (>= 1024 and <= 4_000_000), m, "ContextTokens", chat.ContextTokens, "give 1024 to 4000000, or 0 for the kind's own"),
            .. Rule(chat.MaxOutputTokens is >= 16 and <= 200_000, m, "MaxOutputTokens", chat.MaxOutputTokens, "give 16 to 200000"),
            .. Rule(chat.MaxOutputTokens < context, m, "MaxOutputTokens", chat.MaxOutputTokens, string.Create(CultureInfo.InvariantCulture, $"give less than the context's {context} tokens, in which the prompt must fit too")),
            .. Rule(chat.Concurrency is >= 0 and <= 1024, m, "Concurrency", chat.Concurrency, "give 1 to 1024, or 0 for the kind's own"),
        ];
    }

    private static IEnumerable<string> Times(ModelOptions m)
        => [
            .. Rule(m.Chat.FirstTokenTimeout is null or { TotalSeconds: >= 1 and <= 1800 }, m, "FirstTokenTimeoutSeconds", m.Chat.FirstTokenTimeout?.TotalSeconds ?? 0, "give 1 to 1800"),
            .. Rule(m.Chat.IdleTimeout.TotalSeconds is >= 1 and <= 600, m, "IdleTimeoutSeconds", m.Chat.IdleTimeout.TotalSeconds, "give 1 to 600"),
        ];

    private static IEnumerable<string> Prices(ModelOptions m)
        => [
            .. Rule(m.Chat.PriceInput is >= 0 and <= 1_000_000, m, "PriceInput", m.Chat.PriceInput, "give the price of a million tokens, 0 to 1000000"),
            .. Rule(m.Chat.PriceOutput is >= 0 and <= 1_000_000, m, "PriceOutput", m.Chat.PriceOutput, "give the price of a million tokens, 0 to 1000000"),
            .. Rule(CurrencyCode().IsMatch(m.Chat.Currency), m, "Currency", $"'{m.Chat.Currency}'", "write three capital letters, for example EUR"),
        ];

    private static IEnumerable<string> Switches(ModelOptions m)
        => [
            .. Rule(m.Chat.ApiVersion is null || m.Kind == ModelKind.Azure, m, "ApiVersion", "set", "only kind azure has one; remove it"),
            .. Rule(m.Chat.ApiVersion is null || VersionDate().IsMatch(m.Chat.ApiVersion), m, "ApiVersion", "no version", "write it as Azure does, for example 2024-10-21"),
            .. Rule(m.Chat.OllamaApi == OllamaSurface.Native || m.Kind == ModelKind.Ollama, m, "OllamaApi", "set", "only kind ollama has two; remove it"),
            .. Rule(m.Chat.KeepAlive is null || (m.Kind == ModelKind.Ollama && Span().IsMatch(m.Chat.KeepAlive)), m, "KeepAlive", $"'{m.Chat.KeepAlive}'", "only kind ollama has it; write it as 10m, 24h, 300 or -1"),
            .. Rule(m.Chat.ReasoningEffort is null || Efforts.Contains(m.Chat.ReasoningEffort), m, "ReasoningEffort", $"'{m.Chat.ReasoningEffort}'", $"write one of {string.Join(", ", Efforts)}"),
            .. Rule(m.Chat.CacheSalt is null || m.Kind == ModelKind.Compatible, m, "CacheSalt", "set (its value is hidden)", "only vLLM, kind compatible, knows it; remove it"),
            .. Rule(m.Chat.CacheSalt is null or { Length: >= 16 }, m, "CacheSalt", "shorter than 16 characters", "give a long random text, so that nobody can guess another company's salt"),
        ];

    private static IEnumerable<string> EntraFaults(ModelOptions m)
    {
        if (m.Chat.Entra is not { } entra)
        {
            return [];
        }

        return [
            .. Rule(m.Kind == ModelKind.Azure, m, "Entra", "set", "only kind azure signs in with Entra; remove these keys"),
            .. Rule(m.ApiKey is null, m, "ApiKey", "set beside Entra", "keep one of the two ways to sign in"),
            .. Rule(entra.IsManaged || (entra.Tenant is { Length: > 0 } && entra.Client is { Length: > 0 }), m, "Entra__Secret", "set without tenant and client", "give Entra__Tenant and Entra__Client too"),
            .. Rule(entra.Tenant is null || TenantName().IsMatch(entra.Tenant), m, "Entra__Tenant", "no tenant", "give the directory's id or domain"),
            .. Rule(IsSafe(entra.Authority), m, "Entra__Authority", "an address that can't be used", "write it as https://host"),
            .. Rule(Uri.TryCreate(entra.Scope, UriKind.Absolute, out _), m, "Entra__Scope", $"'{entra.Scope}'", "write it as https://ai.azure.com/.default"),
            .. Rule(entra.IdentityEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0 }, m, "Entra__IdentityEndpoint", "an address that can't be used", "take the value of IDENTITY_ENDPOINT"),
            .. Rule((entra.IdentityEndpoint is null) == (entra.IdentityHeader is null), m, "Entra__IdentityHeader", entra.IdentityHeader is null ? "nothing" : "set (its value is hidden)", "Entra__IdentityEndpoint and Entra__IdentityHeader belong together"),
            .. Rule(entra.IdentityHeader is null || entra.IdentityHeader.All(c => c is > ' ' and < '\u007F'), m, "Entra__IdentityHeader", "set (its value is hidden)", "it has a letter that no header has; copy it again"),
        ];
    }

    // The secret is sent there: never in the clear, but for a test on this machine.
    private static bool IsSafe(Uri authority) => authority is { IsAbsoluteUri: true, UserInfo.Length: 0 } && (authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback));

    private static IEnumerable<string> OnlyForChat(ModelOptions m)
        => Rule(m.Chat == new ChatModelOptions(), m, "Roles", $"'{string.Join(',', m.Roles.Select(role => role.ToString().ToLowerInvariant()))}'", "keys for planners and writers are set too (ContextTokens, prices, time limits and such), and would do nothing; remove them");

    private static IEnumerable<string> Rule(bool holds, ModelOptions model, string key, object found, string repair)
        => holds ? [] : [string.Create(CultureInfo.InvariantCulture, $"{model.Variable(key)} is {found}: {repair}.")];

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CurrencyCode();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$")]
    private static partial Regex VersionDate();

    [GeneratedRegex("^(-1|-?[0-9]{1,7}(ms|s|m|h)?)$")]
    private static partial Regex Span();

    [GeneratedRegex("^[A-Za-z0-9.-]{1,253}$")]
    private static partial Regex TenantName();
}
