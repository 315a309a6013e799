using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Testing.Conversation;

/// <summary>Models, a mask and a budget that do as told.</summary>
public sealed class PracticeVoices : IChatModels, IMasking, IModelBudget
{
    private readonly List<TurnUsage> _spent = [];

    public List<ChatModel> Planners { get; } = [];

    public List<ChatModel> Writers { get; } = [];

    public List<ChatModel> Small { get; } = [];

    public ModelAllowance Allowance { get; set; } = new(AllowanceLevel.Full, null);

    public Func<Task> BeforeSpend { get; set; } = () => Task.CompletedTask;

    public Func<Task> BeforeAllowance { get; set; } = () => Task.CompletedTask;

    /// <summary>What is hidden, with its placeholder.</summary>
    public Dictionary<string, string> Secrets { get; } = [];

    public IReadOnlyList<TurnUsage> Spent => [.. _spent];

    public static PracticeVoices Of(params ScriptedMind[] minds)
    {
        var voices = new PracticeVoices();
        voices.Planners.AddRange(minds.Select(m => m.Model()));
        return voices;
    }

    public IReadOnlyList<ChatModel> For(ModelDuty duty) => duty switch
    {
        ModelDuty.Planner => Planners,
        ModelDuty.Writer => Writers.Count > 0 ? Writers : Planners,
        _ => Small,
    };

    public IMask Open(TurnRequest request, ChatModel model, EntityNames names) => new Mask(Secrets);

    public async Task<ModelAllowance> AllowanceAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        await BeforeAllowance();
        return Allowance;
    }

    public async Task SpendAsync(TurnRequest request, TurnUsage usage, CancellationToken cancellationToken)
    {
        await BeforeSpend();
        lock (_spent)
        {
            _spent.Add(usage);
        }
    }

    private sealed class Mask(Dictionary<string, string> secrets) : IMask
    {
        private readonly HashSet<string> _hidden = [];

        public IReadOnlyDictionary<string, int> Counts => new Dictionary<string, int> { ["name"] = _hidden.Count };

        public string Hide(string text)
        {
            foreach (var (value, placeholder) in secrets)
            {
                if (text.Contains(value, StringComparison.Ordinal))
                {
                    _hidden.Add(value);
                    text = text.Replace(value, placeholder, StringComparison.Ordinal);
                }
            }

            return text;
        }

        public string Restore(string text) => secrets.Aggregate(text, (t, s) => Regex.Replace(t, $@"\b{s.Value}\b", s.Key));
    }
}
