using System.Text;

namespace Copilot.Models.Chat.Wire;

/// <summary>Separates an answer from the thinking that some models write into it between <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c>, however the pieces are cut.</summary>
/// <param name="startsThinking">Whether the answer begins inside its thinking: some templates write the opening tag into the prompt.</param>
internal sealed class ThinkFilter(bool startsThinking)
{
    private static readonly string[] Opening = ["<think>", "<thinking>"];
    private static readonly string[] Closing = ["</think>", "</thinking>"];

    private readonly StringBuilder _held = new();
    private bool _isThinking = startsThinking;
    private bool _skipsBlanks;

    /// <summary>Takes a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <returns>What of it and of what was held back is answer, and what thinking; either may be empty.</returns>
    public (string Answer, string Thinking) Take(string piece)
    {
        if (_held.Length == 0 && !_isThinking && !_skipsBlanks && !piece.Contains('<', StringComparison.Ordinal))
        {
            return (piece, string.Empty);
        }

        _held.Append(piece);
        var (answer, thinking) = (new StringBuilder(), new StringBuilder());
        var text = _held.ToString();
        var at = 0;
        while (at < text.Length)
        {
            var tags = _isThinking ? Closing : Opening;
            var mark = text.IndexOf('<', at);
            var plain = mark < 0 ? text[at..] : text[at..mark];
            Put(plain, answer, thinking);
            at += plain.Length;
            if (mark < 0)
            {
                break;
            }

            var rest = text.AsSpan(at);
            if (Find(tags, rest) is { } tag)
            {
                (_isThinking, _skipsBlanks) = (!_isThinking, _isThinking);
                at += tag.Length;
            }
            else if (MayBecome(tags, rest))
            {
                break;
            }
            else
            {
                Put("<", answer, thinking);
                at++;
            }
        }

        _held.Clear().Append(text, at, text.Length - at);
        return (answer.ToString(), thinking.ToString());
    }

    /// <summary>Ends the answer.</summary>
    /// <returns>What was held back because it might have become a tag.</returns>
    public (string Answer, string Thinking) End()
    {
        var left = _held.ToString();
        _held.Clear();
        return _isThinking ? (string.Empty, left) : (left, string.Empty);
    }

    private static string? Find(string[] tags, ReadOnlySpan<char> text)
    {
        foreach (var tag in tags)
        {
            if (text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            {
                return tag;
            }
        }

        return null;
    }

    private static bool MayBecome(string[] tags, ReadOnlySpan<char> text)
    {
        foreach (var tag in tags)
        {
            if (text.Length < tag.Length && tag.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // The empty lines after the thinking are no part of the answer.
    private void Put(string text, StringBuilder answer, StringBuilder thinking)
    {
        if (_isThinking)
        {
            thinking.Append(text);
            return;
        }

        var kept = _skipsBlanks ? text.TrimStart() : text;
        _skipsBlanks = _skipsBlanks && kept.Length == 0;
        answer.Append(kept);
    }
}
