using System.Numerics;
using System.Runtime.InteropServices;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Mentions;

/// <summary>The words of a snapshot of names, ready to be looked up with typos. Built once a snapshot; reading is thread-safe.</summary>
internal sealed class NameIndex
{
    private const int ShortWord = 6;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<List<int>> _forms = [];
    private readonly List<double> _weights = [];
    private readonly Dictionary<string, List<int>> _joined = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(int Id, ulong Letters)>> _byLength = [];

    /// <summary>Indexes the names.</summary>
    public NameIndex(EntityNames names)
    {
        Names = names;
        var written = new List<(int Entity, IReadOnlyList<string> Words, bool IsCode, double Strength)>();
        for (var e = 0; e < names.Entities.Count; e++)
        {
            written.AddRange(FormsOf(names.Entities[e], e));
        }

        // The root of Odoo's product categories is called "All": in a question that is no name.
        written.RemoveAll(f => f.Words.All(SlotWords.IsConnective));
        Weigh(written);
        foreach (var (entity, words, isCode, strength) in written)
        {
            Add(entity, words, isCode, strength);
        }

        for (var id = 0; id < _words.Count; id++)
        {
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_byLength, _words[id].Length, out _);
            (bucket ??= []).Add((id, Letters(_words[id])));
        }
    }

    /// <summary>Gets the snapshot.</summary>
    public EntityNames Names { get; }

    /// <summary>Gets all ways to write all names.</summary>
    public List<NameForm> Forms { get; } = [];

    /// <summary>Gets a word by id.</summary>
    public string Word(int id) => _words[id];

    /// <summary>Gets a word's weight: rare words say more.</summary>
    public double Weight(int id) => _weights[id];

    /// <summary>Gets the forms that hold a word.</summary>
    public List<int> FormsWith(int id) => _forms[id];

    /// <summary>Says whether the one word that fits is also a word of products or their categories.</summary>
    public bool IsOfGoods(NameMatch match)
        => match.Form.Words.Where((_, w) => w < 64 && (match.Used & (1UL << w)) != 0)
            .Any(id => Variants(id).Any(v => _forms[v].Exists(f => Names.Entities[Forms[f].Entity].Kind is SlotKind.Product or SlotKind.Category)));

    private IEnumerable<int> Variants(int id)
        => new[] { _words[id], _words[id] + "s", _words[id].TrimEnd('s') }.Distinct().Select(w => _ids.TryGetValue(w, out var known) ? known : -1).Where(known => known >= 0);

    /// <summary>Finds a word as written, or its singular or plural.</summary>
    public int? Exact(string word)
    {
        if (_ids.TryGetValue(word, out var id))
        {
            return id;
        }

        if (word.Length > 3 && word[^1] == 's' && (_ids.TryGetValue(word[..^1], out id) || (word.EndsWith("es", StringComparison.Ordinal) && _ids.TryGetValue(word[..^2], out id))))
        {
            return id;
        }

        return word.Length > 2 && (_ids.TryGetValue(word + "s", out id) || _ids.TryGetValue(word + "es", out id)) ? id : null;
    }

    /// <summary>Finds words that a typo away could have been meant, with their likeness.</summary>
    public IEnumerable<(int Id, double Likeness)> Close(string word)
    {
        var limit = word.Length < 4 ? 0 : word.Length < 8 ? 1 : 2;
        if (limit == 0 || word.Any(char.IsAsciiDigit))
        {
            yield break;
        }

        var letters = Letters(word);
        for (var length = Math.Max(4, word.Length - limit); length <= word.Length + limit; length++)
        {
            if (!_byLength.TryGetValue(length, out var bucket))
            {
                continue;
            }

            foreach (var (id, other) in bucket)
            {
                // People seldom mistype how a short word begins: "tody" is no body.
                if (BitOperations.PopCount(letters ^ other) > 2 * limit || (word.Length < ShortWord && word[0] != _words[id][0]))
                {
                    continue;
                }

                var distance = EditDistance.Within(word, _words[id], limit);
                if (distance > 0 && distance <= limit)
                {
                    yield return (id, 1 - (distance / (double)Math.Max(word.Length, length)));
                }
            }
        }
    }

    /// <summary>Finds forms by their letters and digits without anything between: "glvnitl".</summary>
    public IReadOnlyList<int> Joined(string compact) => _joined.TryGetValue(compact, out var forms) ? forms : [];

    private static IEnumerable<(int Entity, IReadOnlyList<string> Words, bool IsCode, double Strength)> FormsOf(EntityName entity, int index)
    {
        var own = new HashSet<string>(QuestionText.WordsOf(entity.Name).Select(w => w.Text), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in entity.Aliases.Prepend(entity.Name).Prepend(entity.Canonical))
        {
            var words = QuestionText.WordsOf(text).Select(w => w.Text).ToList();
            if (words.Count == 0 || !seen.Add(string.Join(' ', words)))
            {
                continue;
            }

            var isCode = text != entity.Name && !text.Contains(' ', StringComparison.Ordinal) && (text.Any(char.IsAsciiDigit) || text.Contains('-', StringComparison.Ordinal) || text.All(c => char.IsUpper(c)));
            var foreign = entity.Kind is SlotKind.Customer or SlotKind.Supplier && !isCode && !words.Exists(own.Contains);
            yield return (index, words, isCode, foreign ? 0.6 : 1);
            if (text.Any(c => c is 'ä' or 'ö' or 'ü' or 'Ä' or 'Ö' or 'Ü'))
            {
                var spelled = text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
                yield return (index, [.. QuestionText.WordsOf(spelled).Select(w => w.Text)], isCode, foreign ? 0.6 : 1);
            }
        }
    }

    private void Weigh(List<(int Entity, IReadOnlyList<string> Words, bool IsCode, double Strength)> written)
    {
        var owners = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (entity, words, _, _) in written)
        {
            foreach (var word in words)
            {
                ref var set = ref CollectionsMarshal.GetValueRefOrAddDefault(owners, word, out _);
                (set ??= []).Add(entity);
            }
        }

        var total = Math.Log(2 + Names.Entities.Count);
        foreach (var (word, set) in owners)
        {
            _ids[word] = _words.Count;
            _words.Add(word);
            _forms.Add([]);
            var rarity = Math.Log((2.0 + Names.Entities.Count) / set.Count) / total;
            var factor = OrdinaryWords.LegalForms.Contains(word) ? 0.05 : word.Length == 1 ? 0.4 : OrdinaryWords.All.Contains(word) ? 0.6 : 1;
            _weights.Add(Math.Max(0.02, rarity * factor));
        }
    }

    private void Add(int entity, IReadOnlyList<string> words, bool isCode, double strength)
    {
        var ids = words.Select(w => _ids[w]).ToArray();
        var form = Forms.Count;
        Forms.Add(new NameForm(entity, ids, ids.Sum(id => _weights[id]), isCode, strength));
        foreach (var id in ids.Distinct())
        {
            _forms[id].Add(form);
        }

        if (words.Count > 1)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_joined, string.Concat(words), out _);
            (list ??= []).Add(form);
        }
    }

    private static ulong Letters(string word)
    {
        var bits = 0UL;
        foreach (var c in word)
        {
            bits |= 1UL << (c & 63);
        }

        return bits;
    }
}
