namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Gathers the postings of a document that is being written, and gives them away when there are many, so that memory stays bounded.</summary>
internal sealed class PostingBuffer
{
    // An entry of the index has room for some 2,700 bytes, and the term needs up to a quarter of it.
    private const int MostBytes = 1_500;
    private const int LongestTerm = 160;
    private const int ManyBytes = 16_000_000;

    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);
    private readonly List<PostingRow> _full = [];
    private long _bytes;

    /// <summary>Gets a value indicating whether it is time to write what was gathered.</summary>
    public bool IsFull => _bytes > ManyBytes;

    /// <summary>Gets how many chunks hold each term, in all.</summary>
    public IEnumerable<KeyValuePair<string, int>> Holders => _terms.Select(t => KeyValuePair.Create(t.Key, t.Value.AllHolders));

    /// <summary>Says whether the index can hold a term; another one matches nothing. What the index holds has no spaces and no signs.</summary>
    public static bool IsIndexable(string term)
        => term.Length is > 0 and <= LongestTerm && term.All(c => c >= 128 ? !char.IsSurrogate(c) : char.IsAsciiLetterOrDigit(c));

    /// <summary>Counts the terms of a chunk in all its fields.</summary>
    public static int TokensOf(IndexedChunk chunk)
        => Count(chunk.Title) + Count(chunk.Headings) + Count(chunk.About) + Count(chunk.Body) + Count(chunk.Codes);

    /// <summary>Takes a chunk. A title says more than a sentence: the weights are those of the embedded store.</summary>
    public void Add(int ordinal, IndexedChunk chunk)
    {
        var counts = new Dictionary<string, (int Count, bool IsCode)>(StringComparer.Ordinal);
        Take(counts, chunk.Title, 2 * PostingBytes.CountUnit);
        Take(counts, chunk.Headings, 2 * PostingBytes.CountUnit);
        Take(counts, chunk.About, 3 * PostingBytes.CountUnit / 2);
        Take(counts, chunk.Body, PostingBytes.CountUnit);
        Take(counts, chunk.Codes, null);
        var tokens = TokensOf(chunk);
        foreach (var (term, (count, isCode)) in counts)
        {
            Append(term, ordinal, count, isCode, tokens);
        }
    }

    /// <summary>Gives what was gathered since <see cref="Forget"/>, as rows.</summary>
    public IReadOnlyList<PostingRow> Rows() => [.. _full, .. _terms.Where(t => t.Value.Entries.Count > 0).Select(t => t.Value.Row(t.Key))];

    /// <summary>Forgets the rows, which have been written.</summary>
    public void Forget()
    {
        _full.Clear();
        _bytes = 0;
        foreach (var term in _terms.Values)
        {
            term.Begin();
        }
    }

    private static int Count(string stems) => stems.Length == 0 ? 0 : stems.AsSpan().Count(' ') + 1;

    private static void Take(Dictionary<string, (int Count, bool IsCode)> counts, string stems, int? weight)
    {
        foreach (var term in stems.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsIndexable(term))
            {
                var (count, isCode) = counts.GetValueOrDefault(term);
                counts[term] = (count + (weight ?? 0), isCode || weight is null);
            }
        }
    }

    private void Append(string name, int ordinal, int count, bool isCode, int tokens)
    {
        if (!_terms.TryGetValue(name, out var term))
        {
            _terms[name] = term = new Term();
        }

        var before = term.Entries.Count;
        term.Append(ordinal, count, isCode, tokens);
        _bytes += before == 0 ? name.Length + 64 : term.Entries.Count - before;
        if (term.Entries.Count > MostBytes)
        {
            _full.Add(term.Row(name));
            term.Begin();
        }
    }

    private sealed class Term
    {
        private int _piece;
        private int _last;
        private int _holders;
        private short _fields;

        public List<byte> Entries { get; } = new(8);

        public int AllHolders { get; private set; }

        public void Append(int ordinal, int count, bool isCode, int tokens)
        {
            PostingBytes.Append(Entries, ordinal - _last, count, isCode, tokens);
            _last = ordinal;
            _holders++;
            AllHolders++;
            _fields |= (short)((count > 0 ? PostingRow.AsWord : 0) | (isCode ? PostingRow.AsCode : 0));
        }

        public PostingRow Row(string name) => new(name, _piece, _holders, _fields, [.. Entries]);

        public void Begin()
        {
            _piece += Entries.Count > 0 ? 1 : 0;
            (_last, _holders, _fields) = (0, 0, 0);
            Entries.Clear();
        }
    }
}
