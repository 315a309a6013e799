using Copilot.Contracts;
using Copilot.Conversation.Speaking;

namespace Copilot.Host.Channels;

/// <summary>Says whether something can be asked at all, before anybody works on it.</summary>
internal static class QuestionShape
{
    /// <summary>The longest question, in UTF-16 characters.</summary>
    public const int MaxLength = 8000;

    /// <summary>The most documents one question may bring along.</summary>
    public const int MostAttachments = 10;

    private const int MaxModelLength = 64;

    /// <summary>Checks a request.</summary>
    /// <param name="ask">What a client sent.</param>
    /// <param name="language">In which language to say it, an ISO 639-1 code.</param>
    /// <returns>What to do about it, for people; null when it can be asked.</returns>
    public static string? Fault(AskRequest ask, string language = "en")
    {
        if (string.IsNullOrWhiteSpace(ask.Question))
        {
            return Phrases.In(language, "The question is empty. Write what you would like to know.");
        }

        if (ask.Question.Length > MaxLength)
        {
            return Phrases.In(language, "The question has {0:N0} characters; at most {1:N0} are possible. Please shorten it.", ask.Question.Length, MaxLength);
        }

        if (ask.Question.AsSpan().IndexOfAny(NotText) is >= 0 and var at || (at = LoneSurrogate(ask.Question)) >= 0)
        {
            return Phrases.In(language, "The question holds something that is not text (U+{0:X4} at position {1}). Please write it as plain text.", (int)ask.Question[at], at + 1);
        }

        if (ask.Focus is { } focus && (focus.Id < 1 || !IsModel(focus.Model)))
        {
            return "The focus must name a record: {\"model\":\"sale.order\",\"id\":42}.";
        }

        if (ask.ClientId is { } client && !(client.Length is >= 8 and <= 64 && client.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            return "clientId must be 8 to 64 letters, digits and dashes.";
        }

        if (ask.After is < 0)
        {
            return "after must be the number of an event, or 0.";
        }

        return ask.Attachments is { Count: > MostAttachments }
            ? Phrases.In(language, "The question has {0} attachments; at most {1} are possible.", ask.Attachments.Count, MostAttachments)
            : null;
    }

    private static System.Buffers.SearchValues<char> NotText { get; } = System.Buffers.SearchValues.Create(
        Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')).Append('\uFFFE').Append('\uFFFF').ToArray());

    private static int LoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }

    private static bool IsModel(string? model)
        => model is { Length: > 0 and <= MaxModelLength } && model.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_');
}
