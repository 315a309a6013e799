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
        Check(options.AskConfidence > 0 && options.AskConfidence < options.ActConfidence, nameof(options.AskConfidence), options.AskConfidence, "set more than 0 and less than ActConfidence");
        Check(options.ActConfidence < 1, nameof(options.ActConfidence), options.ActConfidence, "set less than 1");
        Check(options.ForeignConfidence >= options.ActConfidence && options.ForeignConfidence <= 1, nameof(options.ForeignConfidence), options.ForeignConfidence, "set ActConfidence to 1");
        return faults.Count == 0 ? new ConversationOptions
        {
            PromptsFolder = options.PromptsFolder,
            ToolTimeout = options.ToolTimeout,
            ClosingTimeout = options.ClosingTimeout,
            MaxQuestionLength = options.MaxQuestionLength,
            HistoryTurns = options.HistoryTurns,
            ActConfidence = options.ActConfidence,
            AskConfidence = options.AskConfidence,
            ForeignConfidence = options.ForeignConfidence,
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
