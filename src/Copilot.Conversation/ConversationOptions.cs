namespace Copilot.Conversation;

/// <summary>How turns run. Read once at start; wrong values stop the program with key, value and repair.</summary>
public sealed class ConversationOptions
{
    /// <summary>Gets or sets the folder that holds <c>routing/*.yaml</c>. Default <c>prompts</c> beside the working directory. When it is wrong, the program does not start.</summary>
    public string PromptsFolder { get; set; } = "prompts";

    /// <summary>Gets or sets how long one tool call may take. Default 20 seconds, from 100 ms to 10 minutes. Too short: answers lack parts; too long: people wait for what will not come.</summary>
    public TimeSpan ToolTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how long writing the end of a stopped turn may take. Default 5 seconds, from 100 ms to 1 minute.</summary>
    public TimeSpan ClosingTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the longest question, in characters. Default 8,000, from 100 to 100,000.</summary>
    public int MaxQuestionLength { get; set; } = 8_000;

    /// <summary>Gets or sets how many earlier turns a follow-up may lean on. Default 6, from 0 to 50.</summary>
    public int HistoryTurns { get; set; } = 6;

    /// <summary>Gets or sets the probability from which the rule planner looks something up. Default 0.5, above <see cref="AskConfidence"/> and below 1. Lower: more wrong look-ups; higher: more questions back.</summary>
    public double ActConfidence { get; set; } = 0.5;

    /// <summary>Gets or sets the probability from which the rule planner offers a look-up in a question back. Default 0.25, above 0.</summary>
    public double AskConfidence { get; set; } = 0.25;

    /// <summary>Gets or sets the probability from which a question in another language is answered. Default 0.6, from <see cref="ActConfidence"/> to 1.</summary>
    public double ForeignConfidence { get; set; } = 0.6;
}
