namespace Copilot.Conversation;

/// <summary>How turns run. Read once at start; wrong values stop the program with key, value and repair.</summary>
public sealed class ConversationOptions
{
    /// <summary>Gets or sets the folder that holds <c>routing/*.yaml</c>. Default <c>prompts</c> beside the working directory. When it is wrong, the program does not start.</summary>
    public string PromptsFolder { get; set; } = "prompts";

    /// <summary>Gets or sets the folder in which what was learned from the examples is kept for the next start; made when it is not there, and only a saving of time. None by default: each start learns.</summary>
    public string? LearnedFolder { get; set; }

    /// <summary>Gets or sets how long one tool call may take. Default 20 seconds, from 100 ms to 10 minutes. Too short: answers lack parts; too long: people wait for what will not come.</summary>
    public TimeSpan ToolTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets or sets how long writing the end of a stopped turn may take. Default 5 seconds, from 100 ms to 1 minute.</summary>
    public TimeSpan ClosingTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the longest question, in characters. Default 8,000, from 100 to 100,000.</summary>
    public int MaxQuestionLength { get; set; } = 8_000;

    /// <summary>Gets or sets how many earlier turns a follow-up may lean on. Default 12, from 0 to 50.</summary>
    public int HistoryTurns { get; set; } = 12;

    /// <summary>Gets or sets how long a small model may take to write earlier turns in short, once they no longer fit. Default 5 seconds, from 0 (never asked) to 1 minute. Then their first sentences stand for them.</summary>
    public TimeSpan HistoryTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the probability from which the rule planner looks something up. Default 0.5, above <see cref="AskConfidence"/> and below 1. Lower: more wrong look-ups; higher: more questions back.</summary>
    public double ActConfidence { get; set; } = 0.5;

    /// <summary>Gets or sets the probability from which the rule planner offers a look-up in a question back. Default 0.25, above 0.</summary>
    public double AskConfidence { get; set; } = 0.25;

    /// <summary>Gets or sets the probability from which the rule planner looks something up without trying the documents for a rule as well. Default 0.9, from <see cref="ActConfidence"/> to 1.</summary>
    public double SureConfidence { get; set; } = 0.9;

    /// <summary>Gets or sets the probability from which a question in another language is answered. Default 0.6, from <see cref="ActConfidence"/> to 1.</summary>
    public double ForeignConfidence { get; set; } = 0.6;

    /// <summary>Gets or sets how many steps of look-ups a model may take in a turn. Default 6, from 1 to 30. Too few: questions of several parts stay half answered; too many: a confused model costs time and money.</summary>
    public int ModelSteps { get; set; } = 6;

    /// <summary>Gets or sets how many calls a model may make in a turn. Default 12, from 1 to 100.</summary>
    public int ModelToolCalls { get; set; } = 12;

    /// <summary>Gets or sets after how many tokens, sent and received, a model may look nothing more up in a turn. Default 120,000, from 1,000 to 10,000,000.</summary>
    public int ModelTokens { get; set; } = 120_000;

    /// <summary>Gets or sets how long models may take in a turn, look-ups included. Default 2 minutes, from 1 second to 30 minutes. Then the rules answer, or what was shown is closed with a note.</summary>
    public TimeSpan ModelTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how many tools a model is shown at most; of more, those that fit the question. Default 16, from 1 to 128. Small models choose badly among many.</summary>
    public int ModelTools { get; set; } = 16;

    /// <summary>Gets or sets the most characters of one result that a model is given. Default 16,000, from 1,500 to 200,000; a small context gets less.</summary>
    public int ModelResultLength { get; set; } = 16_000;
}
