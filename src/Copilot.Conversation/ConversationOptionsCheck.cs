using Copilot.Contracts;

namespace Copilot.Conversation;

/// <summary>Checks the options, all faults together, and keeps a copy that nobody changes.</summary>
internal static class ConversationOptionsCheck
{
    /// <summary>Gets a checked copy.</summary>
    /// <exception cref="CopilotException">An option is out of its range.</exception>
    public static ConversationOptions Frozen(ConversationOptions options)
    {
        var faults = new List<string>();
        Check(!string.IsNullOrWhiteSpace(options.PromptsFolder), nameof(options.PromptsFolder), options.PromptsFolder, "name the folder that holds routing/*.yaml");
        Check(options.ToolTimeout >= TimeSpan.FromMilliseconds(100) && options.ToolTimeout <= TimeSpan.FromMinutes(10), nameof(options.ToolTimeout), options.ToolTimeout, "set 100 ms to 10 minutes");
        Check(options.ClosingTimeout >= TimeSpan.FromMilliseconds(100) && options.ClosingTimeout <= TimeSpan.FromMinutes(1), nameof(options.ClosingTimeout), options.ClosingTimeout, "set 100 ms to 1 minute");
        Check(options.MaxQuestionLength is >= 100 and <= 100_000, nameof(options.MaxQuestionLength), options.MaxQuestionLength, "set 100 to 100,000 characters");
        Check(options.HistoryTurns is >= 0 and <= 50, nameof(options.HistoryTurns), options.HistoryTurns, "set 0 to 50 turns");
        Check(options.HistoryTime >= TimeSpan.Zero && options.HistoryTime <= TimeSpan.FromMinutes(1), nameof(options.HistoryTime), options.HistoryTime, "set 0 to 1 minute");
        Check(options.AskConfidence > 0 && options.AskConfidence < options.ActConfidence, nameof(options.AskConfidence), options.AskConfidence, "set more than 0 and less than ActConfidence");
        Check(options.ActConfidence < 1, nameof(options.ActConfidence), options.ActConfidence, "set less than 1");
        Check(options.SureConfidence >= options.ActConfidence && options.SureConfidence <= 1, nameof(options.SureConfidence), options.SureConfidence, "set ActConfidence to 1");
        Check(options.ForeignConfidence >= options.ActConfidence && options.ForeignConfidence <= 1, nameof(options.ForeignConfidence), options.ForeignConfidence, "set ActConfidence to 1");
        Check(options.ModelSteps is >= 1 and <= 30, nameof(options.ModelSteps), options.ModelSteps, "set 1 to 30 steps");
        Check(options.ModelToolCalls is >= 1 and <= 100, nameof(options.ModelToolCalls), options.ModelToolCalls, "set 1 to 100 calls");
        Check(options.ModelTokens is >= 1_000 and <= 10_000_000, nameof(options.ModelTokens), options.ModelTokens, "set 1,000 to 10,000,000 tokens");
        Check(options.ModelTime >= TimeSpan.FromSeconds(1) && options.ModelTime <= TimeSpan.FromMinutes(30), nameof(options.ModelTime), options.ModelTime, "set 1 second to 30 minutes");
        Check(options.ModelTools is >= 1 and <= 128, nameof(options.ModelTools), options.ModelTools, "set 1 to 128 tools");
        Check(options.ModelResultLength is >= 1_500 and <= 200_000, nameof(options.ModelResultLength), options.ModelResultLength, "set 1,500 to 200,000 characters");
        return faults.Count == 0 ? new ConversationOptions
        {
            PromptsFolder = options.PromptsFolder,
            LearnedFolder = options.LearnedFolder,
            ToolTimeout = options.ToolTimeout,
            ClosingTimeout = options.ClosingTimeout,
            MaxQuestionLength = options.MaxQuestionLength,
            HistoryTurns = options.HistoryTurns,
            HistoryTime = options.HistoryTime,
            ActConfidence = options.ActConfidence,
            SureConfidence = options.SureConfidence,
            AskConfidence = options.AskConfidence,
            ForeignConfidence = options.ForeignConfidence,
            ModelSteps = options.ModelSteps,
            ModelToolCalls = options.ModelToolCalls,
            ModelTokens = options.ModelTokens,
            ModelTime = options.ModelTime,
            ModelTools = options.ModelTools,
            ModelResultLength = options.ModelResultLength,
        }
        : throw new CopilotException(string.Join(' ', faults));

        void Check(bool ok, string key, object? value, string repair)
        {
            if (!ok)
            {
                faults.Add($"Conversation {key} is '{value}': {repair}.");
            }
        }
    }
}
