using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>How well some words of a question fit one way to write a name.</summary>
/// <param name="Form">The form.</param>
/// <param name="First">The first word of the span.</param>
/// <param name="Last">The last word of the span.</param>
/// <param name="Matched">The weight of the words that fit.</param>
/// <param name="Coverage">The share of the form's weight that fits.</param>
/// <param name="Likeness">The mean likeness of the words, 1 without typos.</param>
/// <param name="Count">How many words fit.</param>
/// <param name="Telling">Whether one of them is a word that people do not ask with.</param>
/// <param name="Used">Which words of the form fit, a bit each.</param>
internal readonly record struct NameMatch(NameForm Form, int First, int Last, double Matched, double Coverage, double Likeness, int Count, bool Telling, ulong Used = ulong.MaxValue)
{
    /// <summary>Gets a value indicating whether all of the form was written.</summary>
    public bool IsWhole => Coverage >= 0.97;

    /// <summary>Gets the score, 0 to 1.</summary>
    public double Score => Form.Strength * (IsWhole ? Likeness : Likeness * (0.45 + (0.5 * Coverage)));

    /// <summary>Aligns a form with the words around one that fits.</summary>
    /// <param name="form">The form.</param>
    /// <param name="words">The question's words.</param>
    /// <param name="hits">For each word of the question, the index words it may be.</param>
    /// <param name="anchor">The word to begin with.</param>
    /// <param name="weight">Gives a word's weight.</param>
    public static NameMatch Align(NameForm form, IReadOnlyList<Word> words, List<(int Id, double Likeness)>[] hits, int anchor, Func<int, double> weight)
    {
        var used = 0UL;
        var (matched, likeness, count, telling) = (0.0, 0.0, 0, false);
        bool Take(int position)
        {
            for (var w = 0; w < form.Words.Length && w < 64; w++)
            {
                if ((used & (1UL << w)) != 0)
                {
                    continue;
                }

                foreach (var (id, like) in hits[position])
                {
                    if (id == form.Words[w])
                    {
                        used |= 1UL << w;
                        matched += weight(id) * like;
                        likeness += like;
                        count++;
                        telling |= (!words[position].IsNumber || words[position].Text.Length >= 4) && !OrdinaryWords.Hold(words[position].Text) && !OrdinaryWords.LegalForms.Contains(words[position].Text) && !LanguageGuess.IsTrade(words[position].Text);
                        return true;
                    }
                }
            }

            return false;
        }

        Take(anchor);
        var first = Extend(anchor, -1, Take, words);
        var last = Extend(anchor, 1, Take, words);
        return new NameMatch(form, first, last, matched, matched / form.Weight / (likeness / count), likeness / count, count, telling, used);
    }

    private static int Extend(int from, int step, Func<int, bool> take, IReadOnlyList<Word> words)
    {
        var edge = from;
        for (var i = from + step; i >= 0 && i < words.Count; i += step)
        {
            if (take(i))
            {
                edge = i;
            }
            else if (Math.Abs(i - edge) > 1 || words[i].Text is not ("and" or "of" or "the" or "n" or "x" or "et" or "und" or "size" or "mm" or "pack"))
            {
                break;
            }
        }

        return edge;
    }
}
