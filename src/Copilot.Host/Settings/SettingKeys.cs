using System.Text.RegularExpressions;

namespace Copilot.Host.Settings;

/// <summary>All keys there are. What is not here is a typing mistake and stops the start.</summary>
internal static partial class SettingKeys
{
    public const string Data = "Data";
    public const string Store = "Store";
    public const string KnowledgeFolder = "Knowledge:Folder";
    public const string KnowledgeSources = "Knowledge:Sources";
    public const string PromptsFolder = "Prompts:Folder";
    public const string LearnedFolder = "Prompts:Learned";
    public const string PublicUrl = "PublicUrl";
    public const string WebOrigins = "Web:Origins";
    public const string OdooUrl = "Odoo:Url";
    public const string OdooDatabase = "Odoo:Database";
    public const string OdooApi = "Odoo:Api";
    public const string OdooServiceLogin = "Odoo:Service:Login";
    public const string OdooServiceSecret = "Odoo:Service:Secret";
    public const string SandboxPort = "Sandbox:Port";
    public const string DemoEnabled = "Demo:Enabled";
    public const string DemoAccounts = "Demo:Accounts";
    public const string DemoSessionMinutes = "Demo:SessionMinutes";
    public const string SealKeyFile = "Governance:SealKeyFile";
    public const string PoliciesFile = "Governance:Policies";
    public const string WitnessFile = "Governance:WitnessFile";
    public const string QuestionsPerMinute = "Limits:QuestionsPerMinute";
    public const string RequestsPerMinute = "Limits:RequestsPerMinute";
    public const string ModelSteps = "Turns:ModelSteps";
    public const string ModelToolCalls = "Turns:ModelToolCalls";
    public const string ModelTokens = "Turns:ModelTokens";
    public const string ModelSeconds = "Turns:ModelSeconds";
    public const string ModelTools = "Turns:ModelTools";
    public const string ModelResultLength = "Turns:ModelResultLength";
    public const string HistoryTurns = "Turns:HistoryTurns";
    public const string HistorySeconds = "Turns:HistorySeconds";
    public const string QdrantUrl = "Qdrant:Url";
    public const string QdrantApiKey = "Qdrant:ApiKey";
    public const string QdrantQuantization = "Qdrant:Quantization";
    public const string QdrantQuestionSeconds = "Qdrant:QuestionSeconds";
    public const string McpLogin = "Mcp:Login";
    public const string McpSecret = "Mcp:Secret";
    public const string McpRole = "Mcp:Role";
    public const string McpCompanies = "Mcp:Companies";
    public const string Models = "Models";

    /// <summary>Gets every key.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new(Data),
        new(Store, Secret: true),
        new(KnowledgeFolder),
        new(KnowledgeSources),
        new("Knowledge:Collection"),
        new("Knowledge:Workers"),
        new("Knowledge:FileMinutes"),
        new("Knowledge:LargestFileMegabytes"),
        new("Knowledge:LargestMarkdownMegabytes"),
        new("Knowledge:LargestUploadMegabytes"),
        new("Knowledge:ContainerFiles"),
        new("Knowledge:ContainerMegabytes"),
        new(PromptsFolder),
        new(LearnedFolder),
        new(PublicUrl),
        new(WebOrigins),
        new(OdooUrl),
        new(OdooDatabase),
        new(OdooApi),
        new(OdooServiceLogin),
        new(OdooServiceSecret, Secret: true),
        new("Odoo:PublicUrl"),
        new("Odoo:ConnectTimeout"),
        new("Odoo:ReadTimeout"),
        new("Odoo:WriteTimeout"),
        new("Odoo:ReadRetries"),
        new("Odoo:Concurrency"),
        new("Odoo:AnswerMegabytes"),
        new("Odoo:SchemaLifetime"),
        new("Odoo:Conventions:CreditHoldTag"),
        new("Odoo:Conventions:PickExceptionActivity"),
        new("Odoo:Conventions:MissingDocumentActivity"),
        new("Odoo:Conventions:QualityHoldLocation"),
        new("Odoo:Conventions:CustomerClassPrefix"),
        new("Odoo:Conventions:SubstitutesLine"),
        new("Matching:PriceAmount"),
        new("Matching:PricePercent"),
        new("Matching:QuantityPercent"),
        new("Matching:Charges"),
        new("Matching:Days"),
        new("Matching:Suppliers"),
        new("Forecasting:Nightly"),
        new("Forecasting:At"),
        new("Forecasting:TimeZone"),
        new("Exceptions:Enabled"),
        new("Exceptions:PollSeconds"),
        new("Exceptions:SweepMinutes"),
        new("Exceptions:StaleMinutes"),
        new("Exceptions:PaceMinutes"),
        new("Exceptions:Thresholds"),
        new("Exceptions:TimeZone"),
        new("Exceptions:WebhookSecret", Secret: true),
        new("Desk:Folder"),
        new("Desk:Company"),
        new("Desk:FolderSeconds"),
        new("Desk:LargestMegabytes"),
        new("Desk:Attempts"),
        new("Desk:KeepDays"),
        new("Desk:RejectedKeepDays"),
        new(SandboxPort),
        new(DemoEnabled),
        new(DemoAccounts, Secret: true),
        new(DemoSessionMinutes),
        new(SealKeyFile),
        new(PoliciesFile),
        new(WitnessFile),
        new(QuestionsPerMinute),
        new(RequestsPerMinute),
        new(ModelSteps),
        new(ModelToolCalls),
        new(ModelTokens),
        new(ModelSeconds),
        new(ModelTools),
        new(ModelResultLength),
        new(HistoryTurns),
        new(HistorySeconds),
        new(QdrantUrl),
        new(QdrantApiKey, Secret: true),
        new(QdrantQuantization),
        new(QdrantQuestionSeconds),
        new(McpLogin),
        new(McpSecret, Secret: true),
        new(McpRole),
        new(McpCompanies),
        new("Models:N:Name"),
        new("Models:N:Kind"),
        new("Models:N:Endpoint"),
        new("Models:N:Model"),
        new("Models:N:ApiKey", Secret: true),
        new("Models:N:Roles"),
        new("Models:N:Dimension"),
        new("Models:N:QueryPrefix"),
        new("Models:N:PassagePrefix"),
        new("Models:N:BatchSize"),
        new("Models:N:TimeoutSeconds"),
        new("Models:N:ContextTokens"),
        new("Models:N:MaxOutputTokens"),
        new("Models:N:InHouse"),
        new("Models:N:PriceInput"),
        new("Models:N:PriceOutput"),
        new("Models:N:Currency"),
        new("Models:N:Concurrency"),
        new("Models:N:FirstTokenTimeoutSeconds"),
        new("Models:N:IdleTimeoutSeconds"),
        new("Models:N:ApiVersion"),
        new("Models:N:MaxCompletionTokens"),
        new("Models:N:DeveloperRole"),
        new("Models:N:Temperature"),
        new("Models:N:ToolChoice"),
        new("Models:N:ParallelToolCalls"),
        new("Models:N:StreamUsage"),
        new("Models:N:OllamaApi"),
        new("Models:N:KeepAlive"),
        new("Models:N:ReasoningEffort"),
        new("Models:N:StartsThinking"),
        new("Models:N:CacheSalt", Secret: true),
        new("Models:N:Entra:Tenant"),
        new("Models:N:Entra:Client"),
        new("Models:N:Entra:Secret", Secret: true),
        new("Models:N:Entra:ManagedIdentity"),
        new("Models:N:Entra:Scope"),
        new("Models:N:Entra:Authority"),
        new("Models:N:Entra:IdentityEndpoint"),
        new("Models:N:Entra:IdentityHeader", Secret: true),
        new("Teams:AppId"),
        new("Teams:AppSecret", Secret: true),
        new("Teams:TenantId"),
        new("Teams:Tenants"),
        new("Teams:Cloud"),
        new("Teams:OpenIdMetadata"),
        new("Teams:TokenEndpoint"),
        new("Teams:SsoResource"),
        new("Teams:Label:Id"),
        new("Teams:Label:Name"),
        new("Teams:Label:Description"),
        new("Sidebar:Keys", Secret: true),
        new("Sidebar:Audience"),
        new("Sidebar:Origins"),
        new("Sidebar:Roles"),
        new("Sidebar:SessionMinutes"),
        new("Oidc:Authority"),
        new("Oidc:Audience"),
        new("Oidc:ClientId"),
        new("Oidc:ClientSecret", Secret: true),
        new("Oidc:Scope"),
        new("Oidc:RoleClaim"),
        new("Oidc:Roles"),
        new("Oidc:CompanyClaim"),
        new("Oidc:Companies"),
        new("People:N:Email"),
        new("People:N:Name"),
        new("People:N:Role"),
        new("People:N:Companies"),
        new("People:N:Login"),
        new("People:N:Secret", Secret: true),
    ];

    /// <summary>Finds a key by what somebody wrote; numbers match <c>N</c>, case does not matter.</summary>
    /// <param name="written">The key below <c>Copilot</c>.</param>
    /// <returns>The key, or null when there is none.</returns>
    public static SettingKey? Find(string written)
    {
        var name = Number().Replace(written, ":N:");
        return All.FirstOrDefault(key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(":[0-9]+:")]
    private static partial Regex Number();
}
