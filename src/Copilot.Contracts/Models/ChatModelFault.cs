namespace Copilot.Contracts;

/// <summary>Why a chat model gave no (whole) answer.</summary>
public enum ChatModelFault
{
    /// <summary>Not reached, resting after failures, overloaded or out of its rate: another model may answer.</summary>
    Unavailable,

    /// <summary>No first token, or no next one, in time.</summary>
    TimedOut,

    /// <summary>The account's quota or budget at the provider is used up; waiting does not help.</summary>
    QuotaExhausted,

    /// <summary>The provider's content filter refused the prompt or cut the answer. No other model is asked with the same prompt.</summary>
    ContentFiltered,

    /// <summary>The prompt does not fit; <see cref="ChatModelException.ContextTokens"/> says how much would where the provider said so.</summary>
    ContextOverflow,

    /// <summary>The stream ended before the answer did.</summary>
    Truncated,

    /// <summary>What came is not this API's, or can't be read.</summary>
    BadAnswer,

    /// <summary>Key, rights, deployment or request are refused: a person must repair the configuration.</summary>
    Refused,
}
