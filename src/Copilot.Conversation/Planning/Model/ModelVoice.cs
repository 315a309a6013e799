using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Speaks to the models of one turn: through their masks, in their order of fallback, and never to another once text was shown.</summary>
internal sealed class ModelVoice(ModelRooms rooms, ModelReading reading, RunningTurn turn, EntityNames names, Transcript transcript, ModelTrace trace, TimeProvider time, ILogger log)
{
    private readonly Dictionary<string, MaskedText?> _masks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    /// <summary>Asks.</summary>
    /// <exception cref="ModelSilence">No model answered.</exception>
    public async Task<VoiceReply> SpeakAsync(VoiceAsk ask, CancellationToken cancellationToken)
    {
        ChatModelFault? last = null;
        foreach (var model in ask.Models.OrderBy(m => _failed.Contains(m.Name)))
        {
            if (!model.IsAvailable())
            {
                last ??= ChatModelFault.Unavailable;
                continue;
            }

            if (!reading.MayRead(model) || MaskFor(model) is not { } mask)
            {
                continue;
            }

            for (var again = true; again;)
            {
                try
                {
                    return await OnceAsync(ask, model, mask, cancellationToken);
                }
                catch (ChatModelException e)
                {
                    last = e.Fault;
                    _failed.Add(model.Name);
                    Log.ModelFailed(log, model.Name, turn.Request.TurnId, ask.Purpose, e.Fault);
                    if (ask.HasShown())
                    {
                        return new VoiceReply(string.Empty, [], false, true, mask.Restore);
                    }

                    again = e.Fault == ChatModelFault.ContextOverflow && (ask.Apart ?? transcript).Shrink();
                }
            }

            // Another provider must not be given what this one refused.
            if (last == ChatModelFault.ContentFiltered)
            {
                break;
            }
        }

        throw new ModelSilence(ModelWords.Silent(last));
    }

    /// <summary>A model outside the company gets nothing without a mask.</summary>
    private MaskedText? MaskFor(ChatModel model)
    {
        if (!_masks.TryGetValue(model.Name, out var mask))
        {
            mask = rooms.Masking is { } masking ? new MaskedText(masking.Open(turn.Request, model, names)) : model.InHouse ? new MaskedText(null) : null;
            _masks[model.Name] = mask;
            if (mask is null)
            {
                Log.ModelNotMasked(log, model.Name, turn.Request.TurnId);
            }
            else
            {
                trace.Masked(model.Name, mask);
            }
        }

        return mask;
    }

    private async Task<VoiceReply> OnceAsync(VoiceAsk ask, ChatModel model, MaskedText mask, CancellationToken cancellationToken)
    {
        var most = Math.Min(model.MaxOutputTokens, Math.Min(ask.MaxTokens ?? int.MaxValue, ask.Settings.MaxTokens ?? int.MaxValue));
        ask = ask with { Tools = reading.Shown(model, ask.Tools) };
        var input = Fit(ask, model, mask, most);
        var started = time.GetTimestamp();
        var answer = new Answer();
        ChatModelFault? fault = null;
        ask.Begins?.Invoke(mask.Restore);
        try
        {
            var options = new ChatOptions
            {
                MaxOutputTokens = most,
                Temperature = (float?)ask.Settings.Temperature,
                TopP = (float?)ask.Settings.TopP,
                Tools = ask.Tools.Count > 0 ? [.. ask.Tools] : null,
                ToolMode = ask.Tools.Count == 0 ? null : ask.MayCall ? ChatToolMode.Auto : ChatToolMode.None,
                AllowMultipleToolCalls = ask.Tools.Count > 0 && ask.MayCall ? true : null,
            };
            await foreach (var update in model.Client.GetStreamingResponseAsync((ask.Apart ?? transcript).Messages.Select(mask.Hide).ToList(), options, cancellationToken).WithCancellation(cancellationToken))
            {
                answer.Take(update, ask.Text);
            }
        }
        catch (ChatModelException e)
        {
            fault = e.Fault;
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A client that breaks its word must not take the turn with it: the rules can still answer.
            var id = FaultId.Of(turn.Request.TurnId, "model");
            Log.ModelBroke(log, id, model.Name, turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name, Log.PlaceOf(e));
            fault = ChatModelFault.BadAnswer;
            throw new ChatModelException(ChatModelFault.BadAnswer, $"The model {model.Name} could not be asked (id {id}).", e);
        }
        finally
        {
            var (usage, isEstimated) = answer.UsageOr(() => input, model);
            trace.Asked(model, ask.Purpose, usage, isEstimated, (long)time.GetElapsedTime(started).TotalMilliseconds, fault);
        }

        return new VoiceReply(answer.Text, [.. answer.Calls.Select(c => (c.CallId, c.Name, mask.Restore(ArgumentsOf(c))))], answer.IsCut, false, mask.Restore);
    }

    /// <summary>Makes the prompt fit before it is sent: some servers cut what is too long without a word.</summary>
    private int Fit(VoiceAsk ask, ChatModel model, MaskedText mask, int most)
    {
        var said = ask.Apart ?? transcript;
        var tools = rooms.Tokens.Of(model, ask.Tools);
        while (true)
        {
            var input = tools + said.Messages.Sum(m => Size(model, mask.Hide(m)));
            if (input + most <= model.ContextTokens)
            {
                return input;
            }

            if (!said.Shrink())
            {
                throw new ChatModelException(ChatModelFault.ContextOverflow, $"The prompt of about {input} tokens does not fit the {model.ContextTokens} of {model.Name}.") { ContextTokens = model.ContextTokens };
            }
        }
    }

    private static int Size(ChatModel model, ChatMessage message) => 4 + message.Contents.Sum(c => c switch
    {
        TextContent text => model.EstimateTokens(text.Text),
        FunctionResultContent result => model.EstimateTokens(result.Result as string ?? string.Empty),
        FunctionCallContent call => model.EstimateTokens(call.Name + JsonSerializer.Serialize(call.Arguments)),
        _ => 0,
    });

    private static JsonObject? ArgumentsOf(FunctionCallContent call)
    {
        if (call.Exception is not null)
        {
            return null;
        }

        return JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>()) as JsonObject;
    }

    private sealed class Answer
    {
        private readonly StringBuilder _text = new();
        private UsageDetails? _usage;

        public string Text => _text.ToString();

        public List<FunctionCallContent> Calls { get; } = [];

        public bool IsCut { get; private set; }

        public bool HasBegun { get; private set; }

        public void Take(ChatResponseUpdate update, Action<string>? text)
        {
            HasBegun = true;
            IsCut |= update.FinishReason == ChatFinishReason.Length;
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case TextReasoningContent:
                        break;
                    case TextContent { Text.Length: > 0 } piece:
                        _text.Append(piece.Text);
                        text?.Invoke(piece.Text);
                        break;
                    case FunctionCallContent call:
                        Calls.Add(call);
                        break;
                    case UsageContent usage:
                        _usage ??= new UsageDetails();
                        _usage.Add(usage.Details);
                        break;
                    default:
                        break;
                }
            }
        }

        /// <summary>What was reported, else an estimate of what a request that began has cost; one that never began costs nothing.</summary>
        public (UsageDetails Usage, bool IsEstimated) UsageOr(Func<int> input, ChatModel model)
        {
            if (_usage is { } reported)
            {
                return (reported, reported.AdditionalCounts?.ContainsKey(ChatModel.EstimatedCount) == true);
            }

            var spoken = _text.Length + Calls.Sum(c => c.Name.Length + 20);
            return (new UsageDetails { InputTokenCount = HasBegun ? input() : 0, OutputTokenCount = spoken == 0 ? 0 : model.EstimateTokens(Text) }, HasBegun);
        }
    }
}
