using Copilot.Host.Storage.Postgres;
using Copilot.Models;

namespace Copilot.Host.Settings;

/// <summary>What this installation is told from outside, read once at start and never changed. <c>docs/configuration.md</c> explains each key.</summary>
internal sealed record CopilotSettings
{
    /// <summary>Gets the folder of the embedded store, absolute.</summary>
    public required string Data { get; init; }

    /// <summary>Gets PostgreSQL in the place of the embedded store, or null.</summary>
    public PostgresAddress? Store { get; init; }

    /// <summary>Gets the folder ingested at start, absolute.</summary>
    public required string KnowledgeFolder { get; init; }

    /// <summary>Gets the file that lists the sources of documents, absolute; empty for <c>sources.json</c> in the knowledge folder, where there is one.</summary>
    public string KnowledgeSources { get; init; } = string.Empty;

    /// <summary>Gets the folder of prompts and routing examples, absolute.</summary>
    public required string PromptsFolder { get; init; }

    /// <summary>Gets the folder in which what was learned from the routing examples is kept for the next start.</summary>
    public required string LearnedFolder { get; init; }

    /// <summary>Gets the real Odoo, or null for the sandbox.</summary>
    public Uri? OdooUrl { get; init; }

    /// <summary>Gets the address under which people reach this service, for links it leaves elsewhere; null for the first it listens on.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Gets the origins of pages that may hold the web chat, as browsers write them; the service's own need not be named.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Gets Odoo's database; <c>distributor</c> for the sandbox.</summary>
    public required string OdooDatabase { get; init; }

    /// <summary>Gets the dialect: <c>auto</c>, <c>jsonrpc</c> or <c>json2</c>.</summary>
    public required string OdooApi { get; init; }

    /// <summary>Gets the login of the service account; <c>admin</c> for the sandbox.</summary>
    public string? OdooServiceLogin { get; init; }

    /// <summary>Gets the secret of the service account.</summary>
    public string? OdooServiceSecret { get; init; }

    /// <summary>Gets the sandbox's port on 127.0.0.1; 0 for any free one.</summary>
    public required int SandboxPort { get; init; }

    /// <summary>Gets a value indicating whether demo personas can sign in.</summary>
    public required bool DemoEnabled { get; init; }

    /// <summary>Gets the Odoo account of each persona, <c>*</c> for all others; empty with the sandbox.</summary>
    public required IReadOnlyDictionary<string, DemoAccount> DemoAccounts { get; init; }

    /// <summary>Gets how long a demo session lasts.</summary>
    public required TimeSpan DemoSession { get; init; }

    /// <summary>Gets the file of the key that seals the audit chain, absolute.</summary>
    public required string SealKeyFile { get; init; }

    /// <summary>Gets the file of the policies, absolute.</summary>
    public required string PoliciesFile { get; init; }

    /// <summary>Gets the file in which this node remembers where the audit chain ended, absolute.</summary>
    public required string WitnessFile { get; init; }

    /// <summary>Gets the Qdrant in which the library is searched, or null for the store itself.</summary>
    public Uri? QdrantUrl { get; init; }

    /// <summary>Gets Qdrant's key.</summary>
    public string? QdrantApiKey { get; init; }

    /// <summary>Gets how Qdrant keeps vectors in memory: <c>none</c>, <c>int8</c> or <c>binary</c>.</summary>
    public string QdrantQuantization { get; init; } = "none";

    /// <summary>Gets how long a question to Qdrant may take, in seconds; then the store itself answers.</summary>
    public int QdrantQuestionSeconds { get; init; } = 5;

    /// <summary>Gets how many questions a caller may ask in a minute.</summary>
    public required int QuestionsPerMinute { get; init; }

    /// <summary>Gets how many requests of any kind a caller (or, before signing in, an address) may make in a minute.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary>Gets the account of clients of the Model Context Protocol, or null for the demo's personas.</summary>
    public McpAccount? Mcp { get; init; }

    /// <summary>Gets the bot in Teams, or null.</summary>
    public TeamsSettings? Teams { get; init; }

    /// <summary>Gets the sidebar inside Odoo, or null.</summary>
    public SidebarSettings? Sidebar { get; init; }

    /// <summary>Gets where people sign in, or null for the demo's sessions.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>Gets the people with an account in Odoo.</summary>
    public IReadOnlyList<PersonAccount> People { get; init; } = [];

    /// <summary>Gets how many steps of look-ups a model may take in a turn.</summary>
    public int ModelSteps { get; init; } = 6;

    /// <summary>Gets how many calls a model may make in a turn.</summary>
    public int ModelToolCalls { get; init; } = 12;

    /// <summary>Gets after how many tokens a model may look nothing more up in a turn.</summary>
    public int ModelTokens { get; init; } = 120_000;

    /// <summary>Gets how long models may take in a turn.</summary>
    public TimeSpan ModelTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets how many tools a model is shown at most.</summary>
    public int ModelTools { get; init; } = 16;

    /// <summary>Gets the most characters of one result that a model is given.</summary>
    public int ModelResultLength { get; init; } = 16_000;

    /// <summary>Gets how many earlier turns of its conversation a turn knows.</summary>
    public int HistoryTurns { get; init; } = 12;

    /// <summary>Gets how long a small model may take to write earlier turns in short; zero for never.</summary>
    public TimeSpan HistoryTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the models; none means that the library fits an embedder of its own.</summary>
    public IReadOnlyList<ModelOptions> Models { get; init; } = [];
}
