using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Conversation.Planning.Model;

/// <summary>What is said about the models themselves.</summary>
internal static class ModelWords
{
    /// <summary>Says that the answer's point did not stand.</summary>
    public const string NotVerified = "The language model's answer could not be verified against its sources, so this answer was put together by rules.";

    /// <summary>Says that the model gave nothing to show.</summary>
    public const string NoAnswer = "The language model came to no answer, so this answer was put together by rules.";

    /// <summary>Says that the model broke off.</summary>
    public const string BrokeOff = "The language model broke off here, so this answer may not be complete.";

    /// <summary>Says that the model broke off and what follows is of the rules.</summary>
    public const string RestByRules = "The language model broke off here; what follows was put together by rules.";

    /// <summary>Says that the answer reached its longest.</summary>
    public const string TooLong = "The answer ends here because it reached the longest a model may write.";

    /// <summary>Says that writing was taken away.</summary>
    public const string NoActions = "Text in the question or in what I read tried to give me orders, so I propose no actions in this turn.";

    /// <summary>Says that the budget could not be read.</summary>
    public const string BudgetUnknown = "What may be spent on language models could not be read, so this answer was put together by rules.";

    /// <summary>Says that sentences were cut.</summary>
    public static string Cut(string language, int sentences)
        => Phrases.In(language, sentences == 1 ? "One sentence was left out: its sources did not hold it." : "{0} sentences were left out: their sources did not hold them.", sentences);

    /// <summary>Says why no model answered.</summary>
    public static string Silent(ChatModelFault? fault) => fault switch
    {
        ChatModelFault.QuotaExhausted => "The language model's quota is used up, so this answer was put together by rules.",
        ChatModelFault.ContentFiltered => "The language model's provider refused this text, so this answer was put together by rules.",
        ChatModelFault.ContextOverflow => "This was too much text for the language model, so this answer was put together by rules.",
        ChatModelFault.Refused => "The language model is not set up correctly, so this answer was put together by rules.",
        ChatModelFault.TimedOut => "The language model took too long, so this answer was put together by rules.",
        null => "No language model may be given this text, so this answer was put together by rules.",
        _ => "The language model did not answer, so this answer was put together by rules.",
    };
}
