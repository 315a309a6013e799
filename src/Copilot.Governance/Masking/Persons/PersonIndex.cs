using Copilot.Contracts;

namespace Copilot.Governance.Masking.Persons;

/// <summary>The names of persons, to be found by their first word. Made once for a snapshot of names.</summary>
internal sealed class PersonIndex
{
    private const int MostWords = 6;

    // Contacts that stand for a desk, not for somebody.
    private static readonly HashSet<string> Desks = new(StringComparer.Ordinal)
    {
        "accounts", "accounting", "payable", "receivable", "purchasing", "procurement", "sales", "office", "service", "support", "team", "department", "dept", "warehouse", "logistics", "goods", "delivery", "invoice", "billing", "contact", "info",
        "reception", "management", "quality", "marketing", "finance", "einkauf", "verkauf", "vertrieb", "buchhaltung", "lager", "achats", "ventes", "comptabilite", "compras", "ventas", "acquisti", "vendite", "inkoop", "verkoop", "gmbh", "ag", "sas", "ltd", "bv", "sa", "srl",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "de", "der", "den", "van", "von", "zu", "zur", "du", "des", "la", "le", "di", "da", "del", "della", "dos", "das", "ten", "ter", "el", "al", "bin", "ibn", "y", "e" };

    private readonly Dictionary<string, List<PersonName>> byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PersonName>> bySurname = new(StringComparer.Ordinal);
    private readonly HashSet<string> firstNames = new(StringComparer.Ordinal);
    private readonly NameLetters letters;

    public PersonIndex(EntityNames names, NameLetters letters)
    {
        this.letters = letters;
        foreach (var name in names.Entities.Where(e => e.Kind == SlotKind.Person).Select(e => e.Name).Concat(names.People).Distinct(StringComparer.Ordinal))
        {
            Add(name);
        }

        if (byFirstWord.Count == 0)
        {
            return;
        }

        // "Jean Dupont SARL" is a customer: a company's name stays, whoever it is named after.
        foreach (var entity in names.Entities.Where(e => e.Kind != SlotKind.Person))
        {
            var words = WordsOf(entity.Name);
            if (words.Length > 1 && words.Length <= MostWords && words.Any(byFirstWord.ContainsKey))
            {
                File(byFirstWord, words[0], new PersonName(words, null));
            }
        }
    }

    public bool IsEmpty => byFirstWord.Count == 0;

    public Dictionary<string, List<PersonName>>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord => byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    public Dictionary<string, List<PersonName>>.AlternateLookup<ReadOnlySpan<char>> BySurname => bySurname.GetAlternateLookup<ReadOnlySpan<char>>();

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstNames => firstNames.GetAlternateLookup<ReadOnlySpan<char>>();

    private void Add(string written)
    {
        // Some books have the surname first: "Müller, Anna".
        var name = written.Split(',') is [var last, var first] && first.Trim().Length > 0 ? $"{first.Trim()} {last.Trim()}" : written;
        var words = WordsOf(name);
        if (words.Length is < 2 or > MostWords || name.Any(char.IsDigit) || words.Any(Desks.Contains))
        {
            return;
        }

        File(byFirstWord, words[0], new PersonName(words, name));

        // The surname begins at a particle, else it is the last word: "de Wit", "Marin".
        var surname = Array.FindIndex(words, 1, Particles.Contains);
        surname = surname > 0 ? surname : words.Length - 1;
        File(byFirstWord, words[surname], new PersonName([.. words[surname..], .. words[..surname]], name));
        if (surname > 1)
        {
            File(byFirstWord, words[0], new PersonName([words[0], .. words[surname..]], name));
        }

        File(bySurname, words[surname], new PersonName(words[surname..], name));
        firstNames.Add(words[0]);
    }

    private string[] WordsOf(string name)
        => [.. name.Split([' ', '\u00A0', ',', '.', '-', '_', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => letters.Of(w))];

    private static void File(Dictionary<string, List<PersonName>> index, string word, PersonName name)
    {
        if (!index.TryGetValue(word, out var names))
        {
            index[word] = names = [];
        }

        // The longest first: it is the one that is meant.
        var at = names.FindIndex(n => n.Words.Length < name.Words.Length);
        names.Insert(at < 0 ? names.Count : at, name);
    }
}
