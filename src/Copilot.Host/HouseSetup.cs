using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Documents;
using Copilot.Documents.Desk;
using Copilot.Forecasting;
using Copilot.Forecasting.Ready;
using Copilot.Governance;
using Copilot.Host.Channels;
using Copilot.Host.Channels.Web;
using Copilot.Host.Identity;
using Copilot.Host.Settings;
using Copilot.Host.Start;
using Copilot.Host.Storage;
using Copilot.Knowledge;
using Copilot.Models;
using Copilot.Odoo;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Purchasing.Matching;
using Microsoft.Extensions.Options;

namespace Copilot.Host;

/// <summary>Which rooms the house has and how they are joined.</summary>
internal static class HouseSetup
{
    /// <summary>Registers every room.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="settings">What was read of it.</param>
    /// <param name="options">How much of the house starts.</param>
    public static void AddHouse(this IServiceCollection services, IConfiguration configuration, CopilotSettings settings, CopilotHostOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(options);
        services.AddStorage(settings, options.StoreUse);
        services.AddIdentity(settings);
        services.AddGovernance(new GovernanceOptions
        {
            SealKeyFile = settings.SealKeyFile,
            WitnessFile = settings.WitnessFile,
            MaxQuestionLength = QuestionShape.MaxLength,
            AllowedLinkHosts = LinkHosts(settings),
            PoliciesFile = settings.PoliciesFile,
            QuestionsPerMinute = settings.QuestionsPerMinute,
            KnownSecrets = Secrets(settings, configuration),
            PublicAddress = settings.PublicAddress?.ToString() ?? options.Urls.Split(';')[0],
        }).AddProposalQuestions();
        services.AddModels(new ModelsOptions { Models = settings.Models });
        services.AddDocuments(new DocumentsOptions()).AddAttachedDocuments();
        services.AddDocumentDesk(desk => configuration.GetSection("Copilot:Desk").Bind(desk));
        services.AddForecasting(Night(configuration));
        services.AddKnowledge(KnowledgeOptionsOf(configuration, settings));
        services.AddBusiness(configuration, settings);
        services.AddConversation(new ConversationOptions
        {
            PromptsFolder = settings.PromptsFolder,
            LearnedFolder = settings.LearnedFolder,
            MaxQuestionLength = QuestionShape.MaxLength,
            ModelSteps = settings.ModelSteps,
            ModelToolCalls = settings.ModelToolCalls,
            ModelTokens = settings.ModelTokens,
            ModelTime = settings.ModelTime,
            ModelTools = settings.ModelTools,
            ModelResultLength = settings.ModelResultLength,
            HistoryTurns = settings.HistoryTurns,
            HistoryTime = settings.HistoryTime,
        });
        services.AddChannels(settings, options.Urls.Split(';').All(IsLocal));
        services.AddStart(options, settings);
    }

    /// <summary>Says whether only this machine can reach an address.</summary>
    /// <param name="url">The address to listen on.</param>
    /// <returns>True for loopback.</returns>
    public static bool IsLocal(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static KnowledgeOptions KnowledgeOptionsOf(IConfiguration configuration, CopilotSettings settings)
    {
        var options = new KnowledgeOptions();
        try
        {
            configuration.GetSection("Copilot:Knowledge").Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder names the key; the value is not repeated.
            throw new CopilotException($"The configuration can't be used:\n- {unreadable.Message}", unreadable);
        }

        (options.Folder, options.Sources, options.Data, options.Store) = (settings.KnowledgeFolder, settings.KnowledgeSources, settings.Data, settings.Store?.ConnectionString);
        options.Qdrant = new QdrantOptions { Url = settings.QdrantUrl, ApiKey = settings.QdrantApiKey, Quantization = settings.QdrantQuantization, QuestionSeconds = settings.QdrantQuestionSeconds };
        return options;
    }

    private static ForecastNightOptions Night(IConfiguration configuration)
    {
        var night = new ForecastNightOptions();
        try
        {
            configuration.GetSection("Copilot:Forecasting").Bind(night);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new CopilotException($"The configuration can't be used:\n- {unreadable.Message}", unreadable);
        }

        return night.Faults() is { Count: > 0 } faults ? throw new CopilotException($"The configuration can't be used:\n- {string.Join("\n- ", faults)}") : night;
    }

    private static void AddBusiness(this IServiceCollection services, IConfiguration configuration, CopilotSettings settings)
    {
        services.AddSingleton<PracticeCompany>();
        services.AddOdoo(odoo => configuration.GetSection("Copilot:Odoo").Bind(odoo));
        services.AddOptions<OdooConventions>().Bind(configuration.GetSection("Copilot:Odoo:Conventions"));
        services.AddDocumentMatching(options => configuration.GetSection("Copilot:Matching").Bind(options));
        services.AddExceptions(options => configuration.GetSection("Copilot:Exceptions").Bind(options));
        if (settings.OdooUrl is null)
        {
            services.AddOptions<OdooOptions>().Configure<PracticeCompany>((odoo, sandbox) => odoo.Embedded = sandbox.AddressAsync);
        }
    }

    private static void AddStart(this IServiceCollection services, CopilotHostOptions options, CopilotSettings settings)
    {
        services.AddSingleton(options);
        services.AddSingleton<Readiness>();
        services.AddHostedService<ModelStart>();
        services.AddSingleton<StartSequence>();
        services.AddSingleton<KnowledgeIntake>();
        services.AddSingleton<ErpProbe>();
        services.AddSingleton<StoreOpening>();
        services.AddSingleton<InterruptedTurns>();
        services.AddSingleton<IStartStep, StoreStart>();
        if (options.Listen)
        {
            services.AddSingleton<IStartStep, InterruptedStart>();
            services.AddHostedService<StoreWatch>();
            services.AddHostedService<ProposalWatch>();
            services.AddHostedService(p => p.GetRequiredService<ProposalPush>());
            services.AddHostedService<RouterStart>();
            services.AddHostedService<DeskReading>();
        }

        if (options.Prepare.HasFlag(HouseParts.Knowledge))
        {
            if (settings.QdrantUrl is not null)
            {
                services.AddSingleton<IStartStep, IndexStart>();
                services.AddHostedService<IndexWatch>();
            }

            services.AddSingleton<IStartStep, KnowledgeStart>();
            services.AddSingleton<IStartStep, VectorStart>();
            services.AddHostedService<VectorWatch>();
            if (options.Listen)
            {
                services.AddHostedService<KnowledgeWatch>();
            }
        }

        if (options.Prepare.HasFlag(HouseParts.Business))
        {
            services.AddSingleton<IStartStep, ErpStart>();
            services.AddHostedService<ErpWatch>();
            if (options.Listen)
            {
                services.AddHostedService<ExceptionTending>();
                services.AddHostedService<ForecastTending>();
                services.AddHostedService(p => p.GetRequiredService<ExceptionPush>());
            }
        }
    }

    // Whatever went wrong: what opens the house itself never stands in an answer.
    private static List<string> Secrets(CopilotSettings settings, IConfiguration configuration) =>
    [
        .. settings.Models.Select(model => model.ApiKey)
            .Concat(settings.DemoAccounts.Values.Select(account => account.Secret))
            .Concat(settings.People.Select(person => person.Secret))
            .Concat(settings.Sidebar?.Keys.Values ?? [])
            .Append(settings.Teams?.AppSecret)
            .Append(settings.OdooServiceSecret)
            .Append(settings.QdrantApiKey)
            .Append(configuration["Copilot:Exceptions:WebhookSecret"] is { Length: > 0 } webhook ? webhook : null)
            .Append(settings.Store is { } store ? new Npgsql.NpgsqlConnectionStringBuilder(store.ConnectionString).Password : null)
            .OfType<string>(),
    ];

    // Links in answers may lead to the business system's records and nowhere else.
    private static List<string> LinkHosts(CopilotSettings settings) => settings.OdooUrl is { } odoo
        ? [odoo.Authority]
        : [$"127.0.0.1:{settings.SandboxPort}", $"localhost:{settings.SandboxPort}"];
}
