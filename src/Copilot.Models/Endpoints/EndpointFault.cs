namespace Copilot.Models.Endpoints;

/// <summary>What went wrong at an endpoint.</summary>
internal enum EndpointFault
{
    /// <summary>Nobody answers there, or the connection broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>It answers that it is overloaded or that too much was asked in a while.</summary>
    Busy,

    /// <summary>It answers that it failed.</summary>
    Failed,

    /// <summary>The account has no money or quota left.</summary>
    NoQuota,

    /// <summary>The key is not accepted.</summary>
    KeyRefused,

    /// <summary>The key is accepted, but not for this, or the network is not.</summary>
    Forbidden,

    /// <summary>There is no such path.</summary>
    NoSuchPath,

    /// <summary>There is no such model.</summary>
    NoSuchModel,

    /// <summary>A text is longer than the model takes.</summary>
    TooLong,

    /// <summary>Too many texts at once.</summary>
    TooMany,

    /// <summary>The model cannot shorten its vectors.</summary>
    FixedDimension,

    /// <summary>The request is not accepted for another reason.</summary>
    Rejected,

    /// <summary>What answers is not this API: an error page, a login page, a redirect, half an answer.</summary>
    NotTheApi,

    /// <summary>The answer is this API's, but does not fit what was asked.</summary>
    WrongAnswer,

    /// <summary>The model gave something that is no number.</summary>
    NotANumber,

    /// <summary>The provider's content filter refused the prompt or the answer.</summary>
    ContentFiltered,

    /// <summary>The answer ended before it was whole.</summary>
    Truncated,

    /// <summary>The answer reached the most tokens it may have, inside something that is useless in halves.</summary>
    AnswerTooLong,
}
