using Copilot.Contracts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Copilot.Models.Chat;

/// <summary>
/// The chat models of the configuration. Each duty goes to the models with its role, in the order of the configuration. Where none has it: who plans also writes and
/// who writes also plans, and small tasks go to the writers. A small model does only small tasks.
/// </summary>
internal sealed class ChatModels : IChatModels, IDisposable
{
    private const decimal Million = 1_000_000m;

    private readonly IReadOnlyList<SteadyChatClient> _clients;
    private readonly Dictionary<ModelDuty, IReadOnlyList<ChatModel>> _duties;

    /// <summary>Makes the models; nothing is sent yet.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public ChatModels(ModelsOptions options, TimeProvider time, ILogger<ChatModels> logger)
    {
        var configured = options.Models.Where(model => model.Chats).OrderBy(model => model.Number).ToList();
        List<SteadyChatClient> clients = [];
        Dictionary<ModelOptions, ChatModel> models = [];
        List<Func<ChatModelState>> looks = [];
        _duties = Enum.GetValues<ModelDuty>().ToDictionary(duty => duty, _ => (IReadOnlyList<ChatModel>)[]);
        foreach (var one in configured)
        {
            var (traits, health) = (ChatTraits.Of(one), new ModelHealth(time));
            var client = new SteadyChatClient(traits, health, time, logger);
            clients.Add(client);
            models[one] = Model(traits, client, health);
            var duties = Enum.GetValues<ModelDuty>().Where(duty => Of(configured, duty).Contains(one)).ToList();
            looks.Add(() => health.Of(new ChatModelState { Name = one.DisplayName, Duties = duties, InHouse = traits.InHouse }));
        }

        foreach (var duty in Enum.GetValues<ModelDuty>())
        {
            _duties[duty] = [.. Of(configured, duty).Select(one => models[one])];
        }

        (_clients, States) = (clients, new ChatModelStates(looks));
    }

    /// <summary>Gets how they are doing.</summary>
    public ChatModelStates States { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ChatModel> For(ModelDuty duty) => _duties.GetValueOrDefault(duty) ?? [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

    private static List<ModelOptions> Of(List<ModelOptions> models, ModelDuty duty)
    {
        ModelRole[] order = duty switch
        {
            ModelDuty.Planner => [ModelRole.Planner, ModelRole.Writer],
            ModelDuty.Writer => [ModelRole.Writer, ModelRole.Planner],
            _ => [ModelRole.Small, ModelRole.Writer, ModelRole.Planner],
        };
        return order.Select(role => models.Where(model => model.Roles.Contains(role)).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static ChatModel Model(ChatTraits traits, SteadyChatClient client, ModelHealth health) => new()
    {
        Name = traits.Model.DisplayName,
        Client = client,
        ContextTokens = traits.ContextTokens,
        MaxOutputTokens = traits.Chat.MaxOutputTokens,
        InHouse = traits.InHouse,
        IsAvailable = () => health.IsAvailable,
        EstimateTokens = TokenEstimate.Of,
        CostOf = usage => Cost(usage, traits.Chat),
        Currency = traits.Chat.Currency,
    };

    private static decimal Cost(UsageDetails usage, ChatModelOptions chat)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return (((usage.InputTokenCount ?? 0) * chat.PriceInput) + ((usage.OutputTokenCount ?? 0) * chat.PriceOutput)) / Million;
    }
}
