using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Grounding;

/// <summary>What an English sentence says of its words: which it denies, which it asks for or allows, and on which side of a figure or an event it stands.</summary>
internal sealed class Sense
{
    private const int Reach = 4;
    private const int Beginning = 5;
    private readonly Dictionary<string, bool> _denied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mixed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _duties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _poles = new(StringComparer.Ordinal);
    private bool _hasException;
    private bool _hasCondition;

    private Sense(string text)
    {
        var tokens = SenseWords.Tokens(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            _hasException |= SenseWords.IsException(tokens[i]);
            _hasCondition |= SenseWords.IsCondition(tokens[i]);
            if (!IsContent(tokens[i]))
            {
                continue;
            }

            var word = Begin(tokens[i]);
            Words.Add(word);
            if (SenseWords.Pole(tokens[i]) is { } pole)
            {
                _poles.Add(pole);
            }

            var (denied, isRefused, side, duty) = Around(tokens, i);
            if (isRefused)
            {
                _refused.Add(word);
            }

            if (_denied.TryGetValue(word, out var before) && before != denied)
            {
                _mixed.Add(word);
            }

            _denied[word] = denied;
            Note(_sides, word, side);
            Note(_duties, word, duty);
        }
    }

    /// <summary>Gets its content words, by their beginnings, and its figures.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a sentence.</summary>
    public static Sense Of(string text) => new(Folding.Fold(text));

    /// <summary>Says how much of this sentence stands in another, 0 to 1; 0 when they share too few words.</summary>
    public double Likeness(Sense other, int leastShared)
    {
        var shared = Words.Count(other.Words.Contains);
        return shared < leastShared ? 0 : (double)shared / Words.Count;
    }

    /// <summary>Says whether another sentence says the opposite of this one.</summary>
    /// <remarks>"Not accepted after 30 days" and "accepted within 30 days" are the same: turned round twice.</remarks>
    public bool Contradicts(Sense other)
        => Differ(_duties, other._duties) || (!IsException(other) && !other.IsException(this) && Differ(_sides, other._sides) != Denies(other));

    /// <summary>"Not before X" and "only after X" are the same, and so are "not without" and "only with".</summary>
    private bool IsException(Sense other) => _hasException && _refused.Count > 0 && other._hasCondition && !other._hasException && other._denied.Values.All(d => !d);

    private bool Denies(Sense other)
    {
        var turned = _denied.Any(w => !_mixed.Contains(w.Key) && !other._mixed.Contains(w.Key) && other._denied.TryGetValue(w.Key, out var denied) && denied != w.Value);
        var opposite = _poles.Any(p => other._poles.Contains(SenseWords.Other(p)) && !other._poles.Contains(p));

        // "No order is released" and "orders are not released" deny the same; "not open" and "closed" are one.
        return (turned && !_refused.Overlaps(other._refused)) != opposite;
    }

    private static bool Differ(Dictionary<string, int> one, Dictionary<string, int> other) => one.Any(w => w.Value != 0 && other.TryGetValue(w.Key, out var side) && side == -w.Value);

    private static void Note(Dictionary<string, int> notes, string word, int side)
    {
        // What is said both ways says nothing here.
        notes[word] = notes.TryGetValue(word, out var before) && before != side && before != 0 ? 0 : side == 0 ? notes.GetValueOrDefault(word) : side;
    }

    /// <summary>Reads what stands before a word, up to the end of its clause.</summary>
    private static (bool Denied, bool IsRefused, int Side, int Duty) Around(List<string> tokens, int at)
    {
        var (denied, refused, side, duty, words) = (false, false, 0, 0, 0);
        for (var i = at - 1; i >= 0 && words < Reach; i--)
        {
            if (SenseWords.IsBreak(tokens[i]) || (tokens[i] == "and" && SenseWords.BeginsClause(tokens[i + 1])))
            {
                break;
            }

            if (SenseWords.Denies(tokens[i]))
            {
                if (SenseWords.Side(tokens[i + 1]) != 0)
                {
                    continue;
                }

                // The first word behind "without" is what is lacking; a "not" reaches over the helping words behind it.
                denied |= tokens[i] != "without" || words == 0;
                refused |= tokens[i] != "without";
            }
            else if (side == 0 && words == 0 && SenseWords.Side(tokens[i], char.IsAsciiDigit(tokens[at][0])) is var found and not 0)
            {
                side = i > 0 && SenseWords.Denies(tokens[i - 1]) ? -found : found;
            }
            else if (duty == 0 && words == 0 && SenseWords.Duty(tokens[i]) is var bound and not 0)
            {
                duty = i > 0 && SenseWords.Denies(tokens[i - 1]) ? 0 : bound;
            }

            words += IsContent(tokens[i]) ? 1 : 0;
        }

        // "10 or more", "10 at the latest".
        if (side == 0 && char.IsAsciiDigit(tokens[at][0]))
        {
            for (var i = at + 1; i < tokens.Count && i <= at + 3 && side == 0 && !SenseWords.IsBreak(tokens[i]); i++)
            {
                side = SenseWords.SideBehind(tokens[i]);
            }
        }

        return (denied && side == 0, refused && side == 0, side, denied ? 0 : duty);
    }

    private static bool IsContent(string token) => char.IsAsciiDigit(token[0]) || (token.Length >= 4 && char.IsLetter(token[0]) && !SenseWords.IsSmall(token));

    private static string Begin(string word) => word.Length <= Beginning || char.IsAsciiDigit(word[0]) ? word : word[..Beginning];
}
