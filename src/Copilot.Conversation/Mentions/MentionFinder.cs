using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>Recognises what a question speaks of against the names of the business. Keeps what it can't decide as alternatives.</summary>
internal sealed class MentionFinder
{
    private const int TooManyToMean = 8;
    private const int FrequentWord = 500;
    private static readonly FrozenSet<string> Packaging = FrozenSet.Create(StringComparer.Ordinal, "box", "of", "pack", "roll", "x", "mm", "cm", "m", "ml", "l", "kg", "g", "pcs", "zinc", "the");
    private readonly ConditionalWeakTable<EntityNames, NameIndex> _indexes = [];
    private readonly Func<string, bool> _isAskedWith;

    /// <summary>Creates the finder.</summary>
    /// <param name="isAskedWith">Says whether a word belongs to the language of questions; such a word is never taken for a misspelled name.</param>
    public MentionFinder(Func<string, bool> isAskedWith) => _isAskedWith = isAskedWith;

    /// <summary>Finds the mentions of a question, in order, without overlap.</summary>
    /// <param name="names">The names the caller may see.</param>
    /// <param name="text">The question.</param>
    /// <param name="taken">Spans that are something else: dates, amounts.</param>
    public IReadOnlyList<Mention> Find(EntityNames names, QuestionText text, IReadOnlyList<(int Start, int End)> taken)
    {
        var index = _indexes.GetValue(names, static n => new NameIndex(n));
        var mentions = new List<Mention>(NumberMentions.Find(names.Numbers, text, taken));
        var words = text.Words.Where(w => !taken.Any(t => w.Start < t.End && t.Start < w.End) && !mentions.Exists(m => w.Start < m.End && m.Start < w.End)).ToList();
        var matches = Matches(index, words);
        foreach (var (start, end) in CodeMentions.Written(text))
        {
            // A reference is meant as a whole: "CCP-1200" is neither the family of CCP nor another thing with 1200 in its name.
            var parts = words.Count(w => w.Start >= start && w.End <= end);
            matches.RemoveAll(m => m.Used != ulong.MaxValue && 2 * m.Count <= parts && words[m.First].Start >= start && words[m.Last].End <= end);
        }

        mentions.AddRange(Choose(index, text, words, matches));
        mentions.AddRange(CodeMentions.Find(text, names.Numbers, taken, mentions));
        return [.. mentions.OrderBy(m => m.Start)];
    }

    /// <summary>Says whether a folded word belongs to a name and says something: no legal form and no word of everyday questions.</summary>
    /// <param name="names">The names the caller may see.</param>
    /// <param name="word">The folded word.</param>
    public bool IsOfName(EntityNames names, string word)
        => word.Length > 2 && !OrdinaryWords.Hold(word) && !OrdinaryWords.LegalForms.Contains(word) && !_isAskedWith(word)
            && _indexes.GetValue(names, static n => new NameIndex(n)).Exact(word) is not null;

    private List<NameMatch> Matches(NameIndex index, List<Word> words)
    {
        var hits = words.ConvertAll(w => Hits(index, w)).ToArray();
        var matches = new List<NameMatch>();
        for (var i = 0; i < words.Count; i++)
        {
            var seen = new HashSet<int>();
            foreach (var (id, _) in hits[i])
            {
                var forms = index.FormsWith(id);
                if (forms.Count > FrequentWord)
                {
                    continue;
                }

                foreach (var form in forms)
                {
                    if (seen.Add(form))
                    {
                        matches.Add(NameMatch.Align(index.Forms[form], words, hits, i, index.Weight));
                    }
                }
            }

            matches.AddRange(JoinedMatches(index, words, i));
        }

        return matches.FindAll(m => IsMeant(index, words, m));
    }

    private List<(int Id, double Likeness)> Hits(NameIndex index, Word word)
    {
        var hits = new List<(int, double)>();
        if (index.Exact(word.Text) is { } exact)
        {
            hits.Add((exact, 1));
        }

        // "Bolts" are looked for as "bolt" too, and the other way round.
        if (word.Text.Length > 3 && !word.IsNumber && !OrdinaryWords.Hold(word.Text) && index.Exact(word.Text[^1] == 's' ? word.Text[..^1] : word.Text + "s") is { } other)
        {
            hits.Add((other, 0.98));
        }

        if (hits.Count > 0)
        {
            return hits;
        }

        if (!OrdinaryWords.Hold(word.Text) && !OrdinaryWords.LegalForms.Contains(word.Text) && !_isAskedWith(word.Text) && !LanguageGuess.IsSmall(word.Text) && !LanguageGuess.IsTrade(word.Text))
        {
            hits.AddRange(index.Close(word.Text));
        }

        return hits;
    }

    private static IEnumerable<NameMatch> JoinedMatches(NameIndex index, List<Word> words, int first)
    {
        var joined = string.Empty;
        for (var last = first; last < words.Count && last < first + 4; last++)
        {
            joined += words[last].Text;
            if (joined.Length is < 5 or > 40)
            {
                continue;
            }

            foreach (var form in index.Joined(joined))
            {
                yield return new NameMatch(index.Forms[form], first, last, index.Forms[form].Weight, 1, 1, last - first + 1, true);
            }

            if (last > first && index.Exact(joined) is { } id && index.FormsWith(id).Count <= TooManyToMean)
            {
                foreach (var form in index.FormsWith(id))
                {
                    var f = index.Forms[form];
                    yield return new NameMatch(f, first, last, index.Weight(id), index.Weight(id) / f.Weight, 0.97, 1, true);
                }
            }
        }
    }

    /// <summary>Says whether so much of a name was written that it is meant.</summary>
    private static bool IsMeant(NameIndex index, List<Word> words, NameMatch match)
    {
        var kind = index.Names.Entities[match.Form.Entity].Kind;
        var word = words[match.First];
        if (match.Count == 1 && match.First == match.Last)
        {
            if (word.IsNumber && !(match.Form.IsCode && word.Text.Length >= 4) && !(match.IsWhole && word.Text.Length >= 8))
            {
                return false;
            }

            if (word.Text.Length < 3 && !(match.IsWhole && word.Capital && match.Form.IsCode))
            {
                return false;
            }

            if (!match.Telling)
            {
                return match.IsWhole && match.Likeness >= 1 && (kind is SlotKind.Category or SlotKind.Warehouse);
            }

            if (!match.IsWhole && kind is SlotKind.Customer or SlotKind.Supplier && index.IsOfGoods(match))
            {
                // "Gloves" are goods, not the maker who has them in its name.
                return false;
            }

            return match.IsWhole || match.Coverage >= (match.Likeness < 1 ? 0.35 : match.Form.IsCode ? 0.2 : 0.25);
        }

        return match.IsWhole || (match.Coverage >= 0.33 && (match.Telling || match.Coverage >= 0.8));
    }

    private static IEnumerable<Mention> Choose(NameIndex index, QuestionText text, List<Word> words, List<NameMatch> matches)
    {
        var ranked = matches
            .Select(m => (Match: m, Entity: index.Names.Entities[m.Form.Entity], Score: Math.Min(1, m.Score + MentionContext.Boost(text, words[m.First].Start, words[m.Last].End, index.Names.Entities[m.Form.Entity].Kind))))
            .OrderByDescending(c => c.Match.Matched * (0.6 + (0.4 * c.Score)) * c.Match.Form.Strength)
            .ThenByDescending(c => c.Score)
            .ThenBy(c => c.Match.Form.Entity)
            .ToList();
        while (ranked.Count > 0)
        {
            var top = ranked[0];
            var rivals = ranked.FindAll(c => c.Match.First <= top.Match.Last && top.Match.First <= c.Match.Last);
            ranked.RemoveAll(c => c.Match.First <= top.Match.Last && top.Match.First <= c.Match.Last);
            var best = rivals.Max(c => c.Match.Matched >= top.Match.Matched * 0.9 ? c.Score : 0);
            var candidates = rivals
                .Where(c => c.Score >= best - 0.12 && c.Match.Matched >= top.Match.Matched * 0.85)
                .GroupBy(c => c.Entity.Record)
                .Select(g => g.MaxBy(c => c.Score)!)
                .OrderByDescending(c => c.Score)
                .ThenBy(c => c.Match.Form.Entity)
                .ToList();
            var whole = candidates.Exists(c => c.Match.IsWhole);
            if (whole)
            {
                candidates.RemoveAll(c => !c.Match.IsWhole && c.Entity.Kind == candidates[0].Entity.Kind);
            }

            var span = Trimmed(words, top.Match);
            var start = words[span.First].Start;
            var end = words[span.Last].End;
            var said = Said(index, words, span);
            candidates = Nearest(index, candidates);
            if (candidates.Count > TooManyToMean)
            {
                // "Gloves" are a family of products, or at least words to search products by; twenty customers are nobody.
                var families = rivals.FindAll(c => c.Entity.Kind == SlotKind.Category && c.Match.First == top.Match.First);
                candidates = families.Count > 0 ? [families.MaxBy(c => c.Score)] : candidates.FindAll(c => c.Entity.Kind == SlotKind.Product);
                if (families.Count == 0 && candidates.Count > 0)
                {
                    yield return new Mention(start, end, [new MentionCandidate(SlotKind.Product, said, said, null, candidates[0].Score)], said);
                    continue;
                }
            }

            if (candidates.Count > 0)
            {
                yield return new Mention(start, end, [.. candidates.Select(c => new MentionCandidate(c.Entity.Kind, c.Entity.Canonical, c.Entity.Name, c.Entity.Record, c.Score))], said);
            }
        }
    }

    /// <summary>Leaves "of" and the like at the ends of a span to the question.</summary>
    private static NameMatch Trimmed(List<Word> words, NameMatch match)
    {
        var (first, last) = (match.First, match.Last);
        while (first < last && words[first].Text is "of" or "and" or "the" or "for" or "in" or "at" or "de" or "x")
        {
            first++;
        }

        while (last > first && words[last].Text is "of" or "and" or "the" or "for" or "in" or "at" or "de")
        {
            last--;
        }

        return match with { First = first, Last = last };
    }

    /// <summary>"Nitrile gloves, large" rather than "black nitrile gloves, large": what leaves no word unsaid that the others leave unsaid too is meant. Of families, the one that holds the others.</summary>
    private static List<(NameMatch Match, EntityName Entity, double Score)> Nearest(NameIndex index, List<(NameMatch Match, EntityName Entity, double Score)> candidates)
    {
        if (candidates.Count > 1 && candidates.TrueForAll(c => c.Entity.Kind == SlotKind.Category))
        {
            var holder = candidates.Find(c => candidates.TrueForAll(o => o.Entity == c.Entity || o.Entity.Aliases.Any(a => a.Contains(c.Entity.Name, StringComparison.OrdinalIgnoreCase))));
            return holder.Entity is null ? candidates : [holder];
        }

        if (candidates.Count is < 2 or > 60 || candidates.Exists(c => c.Entity.Kind != SlotKind.Product || c.Match.Form.IsCode))
        {
            return candidates;
        }

        var unsaid = candidates.ConvertAll(c => c.Match.Form.Words.Select(index.Word)
            .Where(w => (c.Match.Used & (1UL << Math.Min(63, Array.FindIndex(c.Match.Form.Words, id => index.Word(id) == w)))) == 0 && !w.All(char.IsAsciiDigit) && !Packaging.Contains(w)).ToHashSet());
        var nearest = unsaid.FindIndex(u => unsaid.TrueForAll(o => ReferenceEquals(o, u) || u.IsProperSubsetOf(o)));
        return nearest < 0 ? candidates : [candidates[nearest]];
    }

    /// <summary>The words of a match as the names write them.</summary>
    private static string Said(NameIndex index, List<Word> words, NameMatch match)
        => string.Join(' ', Enumerable.Range(match.First, match.Last - match.First + 1).Select(i =>
            index.Exact(words[i].Text) is null && index.Close(words[i].Text).Where(c => match.Form.Words.Contains(c.Id)).Select(c => (int?)c.Id).FirstOrDefault() is { } id
                ? index.Word(id) : words[i].Text));
}
