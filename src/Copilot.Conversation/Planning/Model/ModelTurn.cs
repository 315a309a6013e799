using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Grounding;
using Copilot.Conversation.History;
using Copilot.Conversation.Prompts;
using Copilot.Conversation.Running;
using Copilot.Conversation.Streaming;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>One turn with models: steps of look-ups until the model answers, then its answer, sentence by sentence.</summary>
internal sealed class ModelTurn
{
    private const int CharactersPerToken = 3;
    private const int MostBarren = 3;
    private readonly PlannerParts _parts;
    private readonly RunningTurn _turn;
    private readonly ModelVoice _voice;
    private readonly Transcript _transcript;
    private readonly ModelTrace _trace;
    private readonly AnswerRelease _release;
    private readonly EvidencePool _pool = new();
    private readonly OutsideText _outside;
    private readonly CallDesk _desk;
    private readonly TimeZoneInfo _zone;
    private readonly AnswerAssembly _assembly;
    private readonly int _steps;
    private readonly TimeProvider _time;

    /// <summary>Prepares the turn.</summary>
    public ModelTurn(PlannerParts parts, RunningTurn turn, ModelVoice voice, Transcript transcript, ModelTrace trace, AnswerRelease release, TimeProvider time)
    {
        _parts = parts;
        _turn = turn;
        _voice = voice;
        _transcript = transcript;
        _trace = trace;
        _release = release;
        _outside = new OutsideText(OutsideText.DrawFence(), parts.Rooms.Guard.ScreenOutside);
        var reduced = trace.Allowance.Level == AllowanceLevel.Reduced;
        _steps = reduced ? Math.Min(3, parts.Options.ModelSteps) : parts.Options.ModelSteps;
        _desk = new CallDesk(turn, parts.Calls, parts.Models.Prompts, trace, reduced ? Math.Min(4, parts.Options.ModelToolCalls) : parts.Options.ModelToolCalls);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(turn.Request.Caller.TimeZone);
        Marks = new SourceMarks(_pool.Evidence);
        _assembly = new AnswerAssembly(Marks, release, text => parts.Rooms.Guard.ScreenAnswer(turn.Request, text), trace.MarkAdded);
        _time = time;
    }

    /// <summary>Gets everything that the answer may cite.</summary>
    public EvidencePool Pool => _pool;

    /// <summary>Gets the sources by first use.</summary>
    public SourceMarks Marks { get; }

    /// <summary>Gets the drafted text, when one was asked for.</summary>
    public DraftCard? Draft { get; private set; }

    /// <summary>Gets what came of the answer.</summary>
    public AssembledAnswer? Assembled { get; private set; }

    /// <summary>Gets a value indicating whether the model broke off after text was shown.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Gets a value indicating whether the answer reached its longest.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gets a value indicating whether tools that write were taken away.</summary>
    public bool LostActions { get; private set; }

    /// <summary>Runs it.</summary>
    /// <param name="planners">Who chooses the look-ups.</param>
    /// <param name="writers">Who writes; the same where one model does both.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelSilence">No model answered.</exception>
    public async Task RunAsync(IReadOnlyList<ChatModel> planners, IReadOnlyList<ChatModel> writers, CancellationToken cancellationToken)
    {
        var draft = _turn.Draft;
        var writesItself = draft is null && planners[0].Name == writers[0].Name;
        var rules = await OpenAsync(planners[0], cancellationToken);
        var last = await PlanAsync(planners, rules, writesItself, cancellationToken);
        if (draft is not null)
        {
            Draft = await new ModelDraft(_parts, _turn, _voice, _transcript, _trace, _outside).WriteAsync(draft.Value, writers, Check(), _pool, Marks, cancellationToken);
            Assembled = new AssembledAnswer(Draft is not null, false, Draft is null, [], 0);
            return;
        }

        if (!writesItself)
        {
            last = await _voice.SpeakAsync(Ask("write", writers, rules, _parts.Offer.For(_turn, _turn.Input!), mayCall: false, live: true), cancellationToken);
        }

        await FinishAsync(writers, last, cancellationToken);
    }

    /// <summary>Puts the rules, the conversation so far and the question into the transcript.</summary>
    private async Task<RenderedPrompt> OpenAsync(ChatModel model, CancellationToken cancellationToken)
    {
        var window = Math.Clamp(model.ContextTokens * CharactersPerToken / 5, 1_000, 24_000);
        var check = new SummaryCheck(Names(), _zone, _turn.Request.Caller.Language, _parts.Rooms.Guard.ScreenOutside);
        var summaries = await new HistorySummary(_parts, _turn, _voice, _trace, _outside, check, _time).WriteAsync(window, cancellationToken);
        var history = HistoryText.Of(_turn.Recent, _pool, window, _zone, summaries);
        var fenced = history is null ? null : _outside.Wrap("the conversation so far", history);
        NoteSignals();
        var mayWrite = _parts.Offer.For(_turn, _turn.Input!).Any(t => t.Writes);
        var rules = _trace.Used(_parts.Models.Prompts.Render(PromptNeeds.Turn, TurnPromptInputs.Rules(_turn, _turn.Input!.Names, _outside, _parts.Options, mayWrite)));
        _transcript.Add(new ChatMessage(ChatRole.System, rules.Text));
        if (fenced is not null)
        {
            _transcript.Add(new ChatMessage(ChatRole.User, fenced), null);
        }

        _transcript.Add(new ChatMessage(ChatRole.User, _turn.Request.Question));
        return rules;
    }

    private async Task<VoiceReply> PlanAsync(IReadOnlyList<ChatModel> planners, RenderedPrompt rules, bool writesItself, CancellationToken cancellationToken)
    {
        var barren = 0;
        for (var step = 1; ; step++)
        {
            var offered = _parts.Offer.For(_turn, _turn.Input!).Where(t => !_desk.IsWithdrawn(t)).ToList();
            var tokens = _trace.Usage.InputTokens + _trace.Usage.OutputTokens;
            var mayCall = step <= _steps && _desk.Left > 0 && barren < MostBarren && offered.Count > 0 && tokens < _parts.Options.ModelTokens;

            // Before anything was found, text may be a preface to look-ups: it waits until the step is over.
            var live = writesItself && _pool.Evidence.Count > 0;
            var reply = await _voice.SpeakAsync(Ask("plan", planners, rules, offered, mayCall, live), cancellationToken);
            _trace.Steps = step;
            if (reply.IsBroken || reply.Calls.Count == 0 || !mayCall)
            {
                if (writesItself && !live)
                {
                    _assembly.Begin(Check(), reply.Restore);
                    _assembly.Add(reply.Text);
                }

                return reply;
            }

            _assembly.Discard();
            barren = await StepAsync(reply, offered, planners[0], cancellationToken) ? 0 : barren + 1;
        }
    }

    /// <summary>Makes the calls of one step and writes their results into the transcript.</summary>
    /// <returns>Whether any was made.</returns>
    private async Task<bool> StepAsync(VoiceReply reply, List<ToolDefinition> offered, ChatModel model, CancellationToken cancellationToken)
    {
        _transcript.Add(new ChatMessage(ChatRole.Assistant, [
            .. string.IsNullOrWhiteSpace(reply.Text) ? (AIContent[])[] : [new TextContent(reply.Restore(reply.Text))],
            .. reply.Calls.Select(c => new FunctionCallContent(c.Id, c.Name, c.Arguments?.ToDictionary(a => a.Key, a => (object?)a.Value?.DeepClone()) ?? []))]));
        var results = await _desk.RunAsync(reply.Calls, offered, cancellationToken);
        var first = _turn.Calls.Count;
        _turn.Calls = EvidenceScope.Apart([.. _turn.Calls, .. results.Select(r => r.Made).OfType<ExecutedCall>()]);
        var made = new Queue<ExecutedCall>(_turn.Calls.Skip(first));
        foreach (var call in made)
        {
            _pool.Add(call.Result.Evidence);
        }

        var room = Math.Clamp(model.ContextTokens * CharactersPerToken / 2 / Math.Max(1, _turn.Calls.Count), 1_500, _parts.Options.ModelResultLength);
        for (var i = 0; i < results.Count; i++)
        {
            if (results[i].Refusal is { } refusal)
            {
                _transcript.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(reply.Calls[i].Id, refusal)]));
                continue;
            }

            var call = made.Dequeue();
            var label = "result of " + reply.Calls[i].Name;
            _transcript.Add(Result(reply.Calls[i].Id, label, call, room), Result(reply.Calls[i].Id, label, call, Math.Max(800, room / 3)));
        }

        NoteSignals();
        return results.Any(r => r.Made is not null);
    }

    private ChatMessage Result(string id, string label, ExecutedCall call, int room)
        => new(ChatRole.Tool, [new FunctionResultContent(id, _outside.Wrap(label, ResultText.Of(call, _pool, _zone, room)))]);

    /// <summary>Signs of steering in what was read weigh like signs in the question: from here on nothing may write.</summary>
    private void NoteSignals()
    {
        var fresh = _outside.Signals.Except(_turn.Verdict!.Signals).ToList();
        if (fresh.Count > 0)
        {
            _turn.Verdict = _turn.Verdict with { Signals = [.. _turn.Verdict.Signals, .. fresh] };
        }

        _trace.Signals = _outside.Signals;
        LostActions = _parts.Offer.LostActions(_turn);
    }

    /// <summary>Ends the text: gives failed sentences back once, and closes.</summary>
    private async Task FinishAsync(IReadOnlyList<ChatModel> writers, VoiceReply last, CancellationToken cancellationToken)
    {
        IsBroken = last.IsBroken;
        IsCut = last.IsCut;
        _assembly.End(truncated: last.IsBroken || last.IsCut);
        if (!last.IsBroken && _assembly.ToRepair() is { Count: > 0 } failed)
        {
            _transcript.Add(new ChatMessage(ChatRole.Assistant, last.Restore(last.Text)));
            var lines = await RepairAsync(failed, writers, cancellationToken);
            _assembly.Repair(lines);
        }

        Assembled = _assembly.Close();
    }

    private async Task<IReadOnlyDictionary<int, string>> RepairAsync(IReadOnlyList<(string Sentence, string Reason)> failed, IReadOnlyList<ChatModel> writers, CancellationToken cancellationToken)
    {
        var prompt = _trace.Used(_parts.Models.Prompts.Render(PromptNeeds.Repair, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fence"] = _outside.Fence,
            ["sentences"] = _outside.Wrap("sentences", RepairLines.For(failed)),
        }));
        _transcript.Add(new ChatMessage(ChatRole.User, prompt.Text));
        try
        {
            var reply = await _voice.SpeakAsync(new VoiceAsk { Purpose = "repair", Models = writers, Settings = prompt.Settings, Tools = _parts.Offer.Declare(_parts.Offer.For(_turn, _turn.Input!)) }, cancellationToken);
            return RepairLines.Of(reply.Restore(reply.Text));
        }
        catch (ModelSilence)
        {
            // What was shown stays; what failed is cut.
            return new Dictionary<int, string>();
        }
    }

    private VoiceAsk Ask(string purpose, IReadOnlyList<ChatModel> models, RenderedPrompt prompt, IReadOnlyList<ToolDefinition> offered, bool mayCall, bool live) => new()
    {
        Purpose = purpose,
        Models = models,
        Settings = prompt.Settings,
        Tools = _parts.Offer.Declare(offered),
        MayCall = mayCall,
        Begins = live ? restore => _assembly.Begin(Check(), restore) : null,
        Text = live ? _assembly.Add : null,
        HasShown = live ? HasShownSince(_release.Count) : () => false,
        MaxTokens = _trace.Allowance.Level == AllowanceLevel.Reduced ? 500 : null,
    };

    private Func<bool> HasShownSince(int count) => () => _release.Count > count;

    private UnitCheck Check()
    {
        var findings = new Dictionary<string, (IReadOnlyList<string>, IReadOnlyList<Fact>)>(StringComparer.Ordinal);
        foreach (var call in _turn.Calls)
        {
            var asked = Asked.Of(call);
            foreach (var finding in call.Result.Findings)
            {
                foreach (var sentence in Sentences.Of(finding.Text))
                {
                    findings[UnitCheck.Key(sentence)] = (finding.EvidenceIds, asked);
                }
            }
        }

        // A tool's own question back names only what the caller may see.
        var typed = string.Join('\n', _turn.Calls.Select(c => c.Result.QuestionBack).OfType<string>().Prepend(_turn.Request.Question));
        var language = _turn.Request.Caller.Language;
        var sources = new UnitSources(new CitationCheck(_pool.Checked, _zone, language), _pool.KeyOf, _pool.Fresh, findings);
        return new UnitCheck(sources, Names(), typed, _zone, _parts.Rooms.Guard.ScreenOutside, language);
    }

    private NameCheck Names() => new(_parts.Rules.Finder, _turn.Input!.Names, _parts.Rules.IsAskedWith, _turn.Request.Caller.Language);
}
